/** What the agent is told about a cancellation. "Cancelled" only stands where Altegio has confirmed it. */
import type { Appointment } from "../domain/appointment.ts";
import { appointmentAmong, appointmentText } from "../wording/appointment-text.ts";

const handOver = "offer to pass the request to the team";

/** Said when nothing was made here that could be cancelled. */
export const nothingToCancelText = `No upcoming appointment that was made here is known for this caller. Only appointments made here can be cancelled here. Tell the caller politely that nothing was cancelled and ${handOver}.`;

/** Said when the switch is off. */
export const cancellationOffText = `Cancelling appointments is switched off here. Nothing is cancelled. Tell the caller and ${handOver}.`;

/** Said when the module is not connected. */
export const cancellationNotConnectedText = `The booking system is not connected yet, so nothing can be cancelled. Apologise and ${handOver}.`;

/** Asks to read one of the caller's appointments back. */
export function confirmCancellationText(own: readonly Appointment[], entry: Appointment): string {
  const whole =
    entry.services.length > 1 ? " It is one visit and can only be cancelled as a whole: say so." : "";
  return `Read this back to the caller and ask whether it is to be cancelled: ${appointmentAmong(own, entry)}.${whole} Once the caller agrees, say that you are cancelling it now. It is not cancelled yet.`;
}

/** Asks to read several back: they are cancelled one after the other, on one yes. */
export function confirmAllText(entries: readonly Appointment[]): string {
  const list = entries.map((entry) => appointmentAmong(entries, entry)).join("; ");
  return `Read these back to the caller in one sentence and ask whether all of them are to be cancelled: ${list}. Once the caller agrees, say that you are cancelling the first one now. Nothing is cancelled yet.`;
}

/** Beside the answer to a cancellation, while another appointment stands that the caller may have agreed to as well. */
export function nextToCancelText(own: readonly Appointment[], next: Appointment): string {
  return `If the caller has agreed to cancel another one with it, say instead that this one is cancelled, and that you are cancelling the next one now: ${appointmentAmong(own, next)}.`;
}

/** The only answer that says so after a request, about one of the caller's appointments. */
export function cancelledText(own: readonly Appointment[], entry: Appointment): string {
  return `The appointment is cancelled: ${appointmentAmong(own, entry)}. Tell the caller, and ask whether there is anything else.`;
}

/** It was cancelled before, here or by the business. */
export function alreadyCancelledText(entry: Appointment): string {
  return `This appointment is already cancelled: ${appointmentText(entry)}. Nothing else was changed. Tell the caller.`;
}

/** The business does not let it be cancelled here. */
export function notAllowedText(entry: Appointment): string {
  return `This appointment could not be cancelled and still stands: ${appointmentText(entry)}. The business does not accept its cancellation here, or it is too close to the start. Tell the caller the truth and ${handOver}.`;
}

/** It stands because the request did not get through. */
export function notCancelledText(entry: Appointment): string {
  return `The booking system did not carry out the cancellation, and the appointment still stands: ${appointmentText(entry)}. Apologise, and offer to try again in a minute or to pass the request to the team.`;
}

/** Nobody knows. */
export function cancellationUnknownText(entry: Appointment): string {
  return `It could not be confirmed whether the appointment was cancelled: ${appointmentText(entry)}. Tell the caller so, do not say that it is cancelled, and ${handOver}, who will check it.`;
}

/** It is not even known whether it was made. */
export function neverConfirmedText(entry: Appointment): string {
  return `It was never confirmed that this appointment was made: ${appointmentText(entry)}. Nothing is cancelled. Tell the caller that the team will check it.`;
}

/** Its booking is under way, and its answer is awaited. */
export function stillSubmittingText(entry: Appointment): string {
  return `This appointment is being submitted right now and its result has not come yet: ${appointmentText(entry)}. Nothing is cancelled. Tell the caller that it cannot be cancelled before its result is known; when the result comes, tell it and ask whether to cancel the appointment then.`;
}
