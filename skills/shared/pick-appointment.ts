/** Finds out which of the agent's own appointments the caller means. */
import { toInteger } from "../../module/sdk/index.ts";
import type { Appointment } from "./appointments.ts";
import { speakDate, speakList } from "./speak-date.ts";
import { appointmentText } from "./upcoming.ts";

/** The appointment meant, or what to ask the caller (`question`, "" when nothing). */
export interface Pick {
  readonly question: string;
  readonly entry: Appointment | null;
}

/**
 * Picks by number in the list, by the booking system's id, or by what was said of it: day, time, services,
 * staff member. When several fit equally, or none does, the caller is asked: a wrong guess would change
 * somebody's plans.
 *
 * @param entries at least one, in the order they were numbered for the language model
 * @param said the number, the id, or the caller's words
 * @param date `YYYY-MM-DD` the appointment is on, "" when not said
 */
export function pickAppointment(entries: readonly Appointment[], said: string, date: string): Pick {
  const wanted = said.trim();
  const number = toInteger(wanted);
  const sameId = entries.find((entry) => entry.record_id !== "" && entry.record_id === wanted);
  if (sameId !== undefined) {
    return { question: "", entry: sameId };
  }
  const numbered = number.ok && number.value > 0 ? entries[number.value - 1] : undefined;
  if (numbered !== undefined && (date === "" || numbered.datetime.startsWith(date))) {
    return { question: "", entry: numbered };
  }
  const words = ` ${`${wanted} ${date}`.toLowerCase().replace(/[ \t\r\n.,;!?"()]+/gu, " ")} `;
  if (words.trim() === "") {
    const only = entries[0];
    return entries.length === 1 && only !== undefined
      ? { question: "", entry: only }
      : { question: whichText(entries), entry: null };
  }
  const scored = entries.map((entry) => ({ entry, score: scoreOf(entry, words) }));
  const best = scored.reduce((most, item) => Math.max(most, item.score), 0);
  const onDate = date === "" || entries.some((entry) => entry.datetime.startsWith(date));
  if (best === 0 || !onDate) {
    return { question: noneText(entries), entry: null };
  }
  const fitting = scored.filter((item) => item.score === best).map((item) => item.entry);
  const standing = fitting.filter((entry) => entry.status !== "cancelled");
  const first = standing[0] ?? fitting[0];
  // An appointment that was cancelled and made anew reads like the old one.
  const alike =
    first !== undefined && fitting.every((entry) => appointmentText(entry) === appointmentText(first));
  return alike && standing.length <= 1
    ? { question: "", entry: first ?? null }
    : { question: whichText(fitting), entry: null };
}

/** How well an appointment fits the words: day and time count more than names. */
function scoreOf(entry: Appointment, words: string): number {
  const date = entry.datetime.slice(0, 10);
  const spoken = speakDate(date).toLowerCase().split(", ");
  const weekday = spoken[0] ?? "";
  const [month, day] = (spoken[1] ?? "").split(" ");
  const onDay =
    words.includes(date) ||
    words.includes(` ${month ?? ""} ${day ?? ""} `) ||
    words.includes(` ${day ?? ""} ${month ?? ""} `)
      ? 6
      : words.includes(` ${weekday} `)
        ? 3
        : 0;
  const atTime = words.includes(` ${entry.datetime.slice(11, 16)} `) ? 3 : 0;
  const names = `${entry.services.map((service) => service.name).join(" ")} ${entry.staff.name}`;
  const named = names
    .toLowerCase()
    .replace(/[ \t\r\n.,;!?"()]+/gu, " ")
    .split(" ")
    .filter((word) => word.length > 2 && words.includes(` ${word}`)).length;
  return onDay + atTime + named;
}

function whichText(entries: readonly Appointment[]): string {
  return `Several appointments fit: ${listText(entries)}. Ask the caller which one they mean.`;
}

function noneText(entries: readonly Appointment[]): string {
  return `No appointment that was made here fits that. Made here: ${listText(entries)}. Ask the caller whether they mean ${entries.length === 1 ? "this one" : "one of these"}; others can be changed only by the team, so offer to pass the request on.`;
}

function listText(entries: readonly Appointment[]): string {
  return speakList(
    entries
      .slice(0, 5)
      .map(
        (entry) => `${appointmentText(entry)}${entry.status === "cancelled" ? " (already cancelled)" : ""}`,
      ),
    "or",
  );
}
