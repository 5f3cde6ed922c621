/** How an appointment that Altegio holds is spoken of. */
import type { HeldAppointment } from "../domain/held-appointment.ts";
import { speakDay, speakList } from "../text/speak-date.ts";

/**
 * An appointment as it is said: `Haircut with James on Tuesday, December 1 at 10:30`.
 *
 * @param today `YYYY-MM-DD` on the location's clock
 */
export function heldText(item: HeldAppointment, today: string): string {
  const services = speakList(item.serviceNames.filter((name) => name !== ""));
  const who = item.staffName === "" ? "" : ` with ${item.staffName}`;
  return `${services === "" ? "an appointment" : services}${who} on ${speakDay(item.date, today)} at ${item.time}`;
}
