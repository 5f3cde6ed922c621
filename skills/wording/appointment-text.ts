/** How the agent's own appointments are spoken of. */
import type { Appointment } from "../domain/appointment.ts";
import { speakList, speakMoment } from "../text/speak-date.ts";

/** An appointment as it is said: `Haircut with James on Tuesday, December 1 at 10:30`. */
export function appointmentText(entry: Appointment): string {
  // Parts of a composite service that have no name of their own go by that of the whole.
  const services = speakList([...new Set(entry.services.map((service) => service.name))]);
  const who = entry.staff.name === "" ? "" : ` with ${entry.staff.name}`;
  const moment = speakMoment(entry.datetime.slice(0, 10), entry.datetime.slice(11, 16));
  return `${services === "" ? "Appointment" : services}${who} on ${moment}`;
}

/** The same, with the name it is under where the appointments are those of several people. */
export function appointmentAmong(entries: readonly Appointment[], entry: Appointment): string {
  const isTold = entries.some((other) => other.full_name !== entry.full_name);
  return isTold ? appointmentUnderName(entry) : appointmentText(entry);
}

/** The same, with the name it is under where that is known. */
export function appointmentUnderName(entry: Appointment): string {
  const text = appointmentText(entry);
  return entry.full_name === "" ? text : `${text}, in the name of ${entry.full_name}`;
}

/** What is said of a cancelled appointment when the same was booked anew before its cancellation was confirmed. */
export function bookedAnewText(anew: Appointment): string {
  return `The earlier appointment is cancelled, and the one that was booked anew for the same time stands: ${appointmentText(anew)}. Tell the caller, unless you have just said so.`;
}

/** The appointments as numbered lines for the language model; "" when there are none. */
export function numberedList(entries: readonly Appointment[]): string {
  return entries
    .map((entry, index) => {
      const mark =
        entry.status === "cancelled" ? " (cancelled)" : entry.status === "booked" ? "" : " (not confirmed)";
      return `${index + 1}. ${appointmentAmong(entries, entry)}${mark}`;
    })
    .join("\n");
}
