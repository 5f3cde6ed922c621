/** Says whose a free time is where that can be told, without a request for it. */
import type { Slot } from "../domain/pick-slots.ts";
import { speakList } from "../text/speak-date.ts";
import type { AbleMember } from "./enquiry.ts";

/**
 * Times as a spoken list, with names where the length of the visit tells: `09:00 with Jonas; 10:00 and 12:00 with
 * Anna`. A time with anybody carries no name, but the length of the visit is that of a member who is free then
 * (docs/altegio-api.md, "Free times"). It tells nothing where all times of the day have one length, because
 * that may be the length the service has by itself, nor where two members take equally long. Where members were asked about one
 * by one, it is known.
 *
 * @param shown the times to name
 * @param day all free times of that day
 * @param team who may do it; empty for no names
 */
export function nameTimes(shown: readonly Slot[], day: readonly Slot[], team: readonly AbleMember[]): string {
  const one = day[0]?.seconds ?? 0;
  const tells = day.some((slot) => slot.seconds !== one) && team.every((member) => member.seconds > 0);
  const names = shown.map((slot) => {
    if (slot.staffId !== undefined) {
      return team.find((member) => member.id === slot.staffId)?.name ?? "";
    }
    const able = tells ? team.filter((member) => member.seconds === slot.seconds) : team;
    return able.length === 1 ? (able[0]?.name ?? "") : "";
  });
  const somebody = names.some((name) => name !== "") ? " with whoever is free" : "";
  const groups: string[] = [];
  let times: string[] = [];
  for (let index = 0; index < shown.length; index += 1) {
    const name = names[index] ?? "";
    times = [...times, shown[index]?.time ?? ""];
    if (index === shown.length - 1 || names[index + 1] !== name) {
      groups.push(name === "" ? `${speakList(times)}${somebody}` : `${speakList(times)} with ${name}`);
      times = [];
    }
  }
  return groups.join("; ");
}
