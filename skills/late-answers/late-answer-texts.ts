/** What the agent is told when an answer came late. Each names what stands, whatever was asked for. */
import type { Appointment } from "../domain/appointment.ts";
import { appointmentText } from "../wording/appointment-text.ts";

/** It stands. */
export function standsAfterAllText(entry: Appointment): string {
  const name = entry.full_name === "" ? "" : `, in the name of ${entry.full_name}`;
  return `The result of an earlier request has come: this appointment is booked and stands: ${appointmentText(entry)}${name}. Tell the caller, unless you have just said so, and ask whether that is what they want.`;
}

/** It does not stand. */
export function goneAfterAllText(entry: Appointment): string {
  return `The result of an earlier request has come: this appointment is cancelled and no longer stands: ${appointmentText(entry)}. Tell the caller, unless you have just said so.`;
}

/** It was refused. */
export function neverMadeText(entry: Appointment): string {
  return `The result of an earlier request has come: this appointment was not made: ${appointmentText(entry)}. Tell the caller, apologise, and offer to look for a time again.`;
}

/** Nobody knows. */
export function stillUnknownText(entry: Appointment): string {
  return `It could not be confirmed whether this appointment stands: ${appointmentText(entry)}. Tell the caller so, say that the team will check it, and do not submit it again.`;
}
