/** What the agent is told about a move. "Moved" only stands where Altegio has confirmed it. */
import type { MoveTarget } from "../altegio/move-body.ts";
import type { Appointment } from "../domain/appointment.ts";
import { meantTime } from "../domain/day-halves.ts";
import type { Slot } from "../domain/pick-slots.ts";
import { noSuchDate, speakDay, speakList, speakMoment } from "../text/speak-date.ts";
import { appointmentAmong, appointmentText } from "../wording/appointment-text.ts";

const handOver = "offer to pass the request to the team";
const notMoved = "Nothing is moved.";

/** The new moment, and with whom when that changes. */
function targetText(entry: Appointment, target: MoveTarget): string {
  const who = target.staff.id === entry.staff.id ? "" : ` with ${target.staff.name}`;
  return `${speakMoment(target.date, target.time)}${who}`;
}

/** Said when nothing was made here that could be moved. */
export const nothingToMoveText = `No upcoming appointment that was made here is known for this caller. Only appointments made here can be moved here. Tell the caller politely that nothing was moved and ${handOver}.`;

/** Said when the switch is off. */
export const rescheduleOffText = `Moving appointments is switched off here. ${notMoved} Tell the caller and ${handOver}.`;

/** Said when the module is not connected. */
export const rescheduleNotConnectedText = `The booking system is not connected yet. ${notMoved} Apologise and ${handOver}.`;

/**
 * Said without a user token: the way that is open instead.
 *
 * @param canRebook booking and cancelling are both switched on
 */
export function rescheduleInsteadText(canRebook: boolean): string {
  const way = canRebook
    ? `Offer the caller to book a new time first and, once that is booked, to cancel the old appointment; or ${handOver}.`
    : `Tell the caller and ${handOver}.`;
  return `Appointments cannot be moved directly here. ${notMoved} ${way}`;
}

/** Asks for the new time. */
export function newTimeText(entry: Appointment, missing: string): string {
  return `Ask the caller for ${missing} to move this appointment to: ${appointmentText(entry)}. ${notMoved}`;
}

/** Another appointment of the same person takes the new time: nobody can be in two chairs. */
export function otherInTheWayText(entry: Appointment, other: Appointment): string {
  const who = entry.full_name === "" ? "The caller" : entry.full_name;
  return other.status === "booked"
    ? `${who} already has an appointment that overlaps with that time: ${appointmentText(other)}. ${notMoved} Ask whether to find another time, or to move or cancel that one first.`
    : `${who} has asked for an appointment that overlaps with that time, and its result is not confirmed: ${appointmentText(other)}. ${notMoved} If a result was given meanwhile, go by that; otherwise tell the caller that the team will check it.`;
}

/** The new date is in no calendar. */
export const noNewDateText = `${noSuchDate} ${notMoved} Tell the caller and ask which date they mean.`;

/** Another member was named, and nobody knows whether there is one. */
export const staffUnknownText = `The staff cannot be looked up right now. ${notMoved} Apologise, and offer another time with the same person or to try again in a few minutes.`;

/**
 * The new time has gone by.
 *
 * @param today `YYYY-MM-DD` on the location's clock
 */
export function pastTimeText(date: string, time: string, today: string): string {
  return `${speakDay(date, today)} at ${time} is in the past. ${notMoved} Ask the caller for another date and time.`;
}

/**
 * Asks to read the move back.
 *
 * @param own the caller's appointments
 * @param free the new time is known to be free
 */
export function confirmMoveText(
  own: readonly Appointment[],
  entry: Appointment,
  target: MoveTarget,
  free: boolean,
): string {
  return `${free ? `${targetText(entry, target)} is free. ` : ""}Read this back to the caller and ask whether it is right: ${appointmentAmong(own, entry)} is to be moved to ${targetText(entry, target)}. Once the caller agrees, say that you are moving it now. It is not moved yet.`;
}

/** The only answer that says so after a request. */
export function movedText(entry: Appointment, before: string): string {
  return `The appointment is moved: it is now ${appointmentText(entry)}, instead of ${before}. Tell the caller.`;
}

/** It is there already. */
export function alreadyThereText(entry: Appointment): string {
  return `The appointment is at that time already: ${appointmentText(entry)}. Nothing else was changed. Tell the caller.`;
}

/**
 * The start of an answer about a time that is not free.
 *
 * @param today `YYYY-MM-DD` on the location's clock
 * @param slots the free times of that day, as far as they are known
 */
export function newTimeTakenText(
  entry: Appointment,
  target: MoveTarget,
  today: string,
  slots: readonly Slot[],
): string {
  const who = target.staff.id === entry.staff.id ? "" : ` with ${target.staff.name}`;
  const taken =
    meantTime(slots, target.time) === target.time ? "not free" : "in the night, and nothing is free then";
  return `${speakDay(target.date, today)} at ${target.time}${who} is ${taken}. The appointment stays as it is: ${appointmentText(entry)}. ${notMoved}`;
}

/** The caller would go to anybody, and somebody else is free. */
export function othersFreeText(names: readonly string[]): string {
  return `Somebody else is free then: ${speakList(names, "or")}. Ask the caller whether that suits them${names.length === 1 ? "" : " and who it is to be"}. Once the caller agrees, say with whom and that you are moving it now.`;
}

/** Another request for the same appointment was carried out while this one was looked into. */
export function changedMeanwhileText(entry: Appointment): string {
  return `This appointment has changed meanwhile: it is now ${appointmentText(entry)}. Nothing else is changed. Tell the caller, and ask whether that is right.`;
}

/** It stands where it was because the business does not allow the move. */
export function moveRefusedText(entry: Appointment): string {
  return `The business does not accept this move, and the appointment stays as it is: ${appointmentText(entry)}. Tell the caller the truth and ${handOver}.`;
}

/** It stands where it was because the request did not get through. */
export function notMovedText(entry: Appointment): string {
  return `The booking system did not carry out the move, and the appointment stays as it is: ${appointmentText(entry)}. Apologise, and offer to try again in a minute or to pass the request to the team.`;
}

/** Nothing was tried, because nothing could be looked up. */
export function moveUnavailableText(entry: Appointment, busy: boolean): string {
  const reason = busy
    ? "the booking system does not answer right now"
    : "the connection to the booking system needs the team's attention";
  return `The appointment cannot be moved because ${reason}. ${notMoved} It was: ${appointmentText(entry)}. Apologise, and ${handOver}.`;
}

/** Nobody knows. */
export function moveUnknownText(entry: Appointment, target: MoveTarget): string {
  return `It could not be confirmed whether the appointment was moved to ${targetText(entry, target)}: ${appointmentText(entry)}. Tell the caller so, do not say that it is moved, and ${handOver}, who will check it. Do not try again.`;
}

/** Nothing is left to move. */
export function goneText(entry: Appointment): string {
  return `This appointment no longer stands: ${appointmentText(entry)}. It was cancelled. ${notMoved} Tell the caller and ask what they would like instead.`;
}

/** The caller has come, or it was never confirmed that it was made. */
export function notMovableText(entry: Appointment): string {
  return `This appointment cannot be moved here: ${appointmentText(entry)}. ${notMoved} Tell the caller and ${handOver}.`;
}
