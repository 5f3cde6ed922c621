/** What the agent is told about a booking. Nothing here says "booked" but the answer to Altegio's success. */
import type { Appointment } from "../domain/appointment.ts";
import { meantTime } from "../domain/day-halves.ts";
import type { Slot } from "../domain/pick-slots.ts";
import type { ProblemKind } from "../domain/problem.ts";
import { speakDay, speakList } from "../text/speak-date.ts";
import { appointmentText } from "../wording/appointment-text.ts";
import type { BookingOrder } from "./booking-order.ts";

/** Ends or stands in every answer to a booking that was not submitted. */
export const notBooked = "Nothing is booked.";

/**
 * Takes its place while another appointment was submitted, and it is not known whether it was made: it would be denied.
 *
 * @param open that appointment
 */
export function notBookedBesideText(open: Appointment): string {
  return `Nothing else is booked. It is still not confirmed whether the one submitted before was made: ${appointmentText(open)}.`;
}

/** Asks for what is missing. */
export function missingText(subject: string, missing: readonly string[]): string {
  return `Before ${subject} can be booked, ask the caller for ${speakList(missing)}. ${notBooked}`;
}

/** Asks for a number, after one was said that cannot be a phone number, or is not one person's. */
export const phoneAgainText = `The phone number is not complete or not clear, or it is not one person's own. Ask the caller to repeat it with the country code, or for another one. ${notBooked}`;

/** Asks to have an address spelled, after one that cannot be an e-mail address was said. */
export const emailAgainText = `The e-mail address is not complete or not clear. Ask the caller to spell it. ${notBooked}`;

/**
 * Asks to read the appointment back. Its time is free at the moment.
 *
 * @param other an appointment for the same services that the person has already
 * @param canMove it could be moved
 */
export function confirmText(order: BookingOrder, other: Appointment | null, canMove: boolean): string {
  const way = canMove
    ? "say that you are moving that appointment to the new time, and do not book another"
    : "say so, and once the new one is booked, cancel the other one";
  const instead =
    other === null
      ? ""
      : ` ${order.visitor.name} already has ${appointmentText(other)}: ask whether the new one is to be instead of that. If so, ${way}.`;
  const phone = order.spokenPhone === "" ? "" : `, under the phone number ${order.spokenPhone}`;
  const pay = order.plan.prepaid
    ? " Say also that this service is marked as paid in advance, and that the team will explain how to pay."
    : "";
  return `That time is free. Read this back to the caller and ask whether it is right: ${orderText(order)}, in the name of ${order.visitor.name}${phone}.${pay}${instead} Once the caller agrees, say that you are booking it now. It is not booked yet.`;
}

/**
 * The only answer that says so.
 *
 * @param staffName who it was given to
 * @param open an appointment for the same services that was submitted before and never confirmed
 */
export function bookedText(order: BookingOrder, staffName: string, open: Appointment | null): string {
  const who = order.plan.staffName === "" && staffName !== "" ? ` The staff member is ${staffName}.` : "";
  const pay = order.plan.prepaid
    ? " This service is marked as paid in advance: say that the team will explain how to pay."
    : "";
  const earlier =
    open === null
      ? ""
      : ` It is still not confirmed whether the one submitted before was made too: ${appointmentText(open)}. Say that the team will check it.`;
  return `The appointment is booked: ${orderText(order)}, in the name of ${order.visitor.name}.${who}${pay} Tell the caller.${earlier}`;
}

/** Altegio has made another appointment than was asked for, or it was changed before its answer came. */
export function bookedOtherwiseText(order: BookingOrder, entry: Appointment): string {
  return `The appointment is booked, but not as it was asked for: it is ${appointmentText(entry)}, in the name of ${order.visitor.name}. Tell the caller exactly that, and ask whether it suits them.`;
}

/** It was made, and no longer stands. */
export function cancelledSinceText(entry: Appointment): string {
  return `This appointment was made and is cancelled again: ${appointmentText(entry)}. Tell the caller that it does not stand.`;
}

/** The same visit was booked in another conversation. */
export function standsElsewhereText(order: BookingOrder, staffName: string): string {
  const who = order.plan.staffName === "" && staffName !== "" ? ` with ${staffName}` : "";
  return `This appointment is already booked under that phone number: ${orderText(order)}${who}. It was not booked again. Tell the caller that it stands.`;
}

/** The same visit was booked before. It may have been said already: a tool can fire twice for one promise. */
export function alreadyBookedText(order: BookingOrder, entry: Appointment): string {
  const name = entry.full_name === "" ? "" : `, in the name of ${entry.full_name}`;
  return `This appointment is already booked: ${orderText(order)}${name}. It was not booked again. Tell the caller that it stands, unless you have just said so. Another name or phone number can only be entered by the team.`;
}

/** The same visit was booked before, and the team has moved it since. */
export function movedByTeamText(entry: Appointment): string {
  return `This appointment was booked and the team has moved it since: it is now ${appointmentText(entry)}. It was not booked again. Tell the caller, and ask whether that suits them.`;
}

/** Somebody who may be the same person has something at that time. */
export function perhapsSameText(entry: Appointment): string {
  const open = entry.status === "booked" ? "" : ", and its result is not confirmed";
  return `There is an appointment at that time in the name of ${entry.full_name}${open}: ${appointmentText(entry)}. Nothing else is booked. Ask the caller whether this one is for somebody else. If so, ask for that person's first name and family name; otherwise tell the caller that ${entry.full_name} has this appointment already.`;
}

/** The same person has something else at that time. */
export function otherAtMomentText(order: BookingOrder, entry: Appointment): string {
  const stands =
    entry.status === "booked"
      ? `already has an appointment at that time: ${appointmentText(entry)}`
      : `already has an appointment at that time whose result is not confirmed: ${appointmentText(entry)}`;
  const way =
    entry.status === "booked"
      ? "Ask whether to keep it, to cancel it first and then book this instead, or to find another time."
      : "Tell the caller that the team will check it, and do not book anything else for that time.";
  return `${order.visitor.name} ${stands}. Nothing else is booked. ${way}`;
}

/** The same person has something that overlaps. */
export function overlapText(order: BookingOrder, entry: Appointment): string {
  if (entry.status !== "booked") {
    return `${order.visitor.name} has asked for an appointment that overlaps with ${momentText(order)}, and its result is not confirmed: ${appointmentText(entry)}. Nothing else is booked. If a result was given meanwhile, go by that; otherwise tell the caller that the team will check it, and do not book anything else for that time.`;
  }
  return `${order.visitor.name} already has an appointment that overlaps with ${momentText(order)}: ${appointmentText(entry)}. Nothing else is booked. Ask whether to keep it and find another time for this, or to move or cancel it first.`;
}

/** No dependable answer came to the booking. */
export function unconfirmedText(order: BookingOrder): string {
  return `It could not be confirmed whether the appointment was made: ${orderText(order)}. Tell the caller so, say that the team will check it, and do not submit it again. Do not say that it is booked.`;
}

/** No dependable answer came, and the business's own list does not show the appointment. */
export function notSeenText(order: BookingOrder): string {
  return `The booking system gave no answer, and it shows no such appointment so far: ${orderText(order)}. Tell the caller that it is not booked yet, apologise, and ask whether to try once more or to pass the request to the team.`;
}

/** The same visit was submitted before, and whether it was booked is not known. */
export function alreadySubmittedText(order: BookingOrder): string {
  return `This appointment was submitted before and its result is not confirmed: ${orderText(order)}. It was not submitted again, to avoid booking it twice. If a result was given meanwhile, go by that; otherwise tell the caller that the team will check it.`;
}

/** A confirmation code is on its way. */
export const codeSentText =
  "The location confirms bookings by SMS: a code was just sent to the caller's phone. Ask the caller to read it out, then say that you are booking the appointment now. It is not booked yet.";

/** A code was sent a moment ago, and nobody has said it yet. */
export const codeOnItsWayText =
  "A code was sent to the caller's phone a moment ago. Ask the caller to read it out, then say that you are booking the appointment now. It is not booked yet.";

/** It is not known whether a code was sent. */
export const codeUnknownText =
  "The location confirms bookings by SMS, and it is not certain that a code was sent to the caller's phone. Ask the caller whether one arrives and to read it out; if none comes within two minutes, say that you are booking the appointment now, and a new one is sent. It is not booked yet.";

/**
 * The start of an answer about a time that is not free.
 *
 * @param slots the free times of that day, as far as they are known
 */
export function notFreeText(order: BookingOrder, slots: readonly Slot[]): string {
  return meantTime(slots, order.time) === order.time
    ? `${momentText(order)} is not free for ${order.plan.subject}. ${notBooked}`
    : `${momentText(order)} is in the night, and nothing is free then. ${notBooked}`;
}

/** Why Altegio did not take the booking, for all reasons but a time that is taken. */
export function refusedText(problem: ProblemKind): string {
  switch (problem) {
    case "bad_phone":
      return phoneAgainText;
    case "bad_code":
      return `The code from the SMS was not right. Ask the caller to read it out again, or whether to send a new code, then say that you are booking the appointment now. ${notBooked}`;
    case "bad_email":
      return emailAgainText;
    case "no_name":
      return `The name was not accepted. Ask the caller for the full name. ${notBooked}`;
    case "blacklisted":
      return `This booking cannot be made online. Say so politely, without giving or guessing a reason, and offer to connect the caller with the team. Do not try again. ${notBooked}`;
    case "overlap":
      return `This visit overlaps with another one. Ask the caller for a different time. ${notBooked}`;
    case "service_gone":
      return `This service can no longer be booked online. Tell the caller and ask which other service they would like. ${notBooked}`;
    case "not_bookable":
      return `This service cannot be booked online like this, or not with this person. Tell the caller and ask whether another service or staff member would suit them, or offer to pass the request to the team. ${notBooked}`;
    case "validation":
      return `The booking system did not accept the details. Check the name, phone number and e-mail address with the caller, or offer to pass the request to the team. ${notBooked}`;
    case "rate":
      return `The booking system is busy. Apologise and offer to try again in a minute. ${notBooked}`;
    case "transport":
      return `The booking system does not answer right now. Apologise, and offer to try again in a few minutes or to pass the request to the team. ${notBooked}`;
    default:
      return `Booking is not possible because the connection to the booking system needs the team's attention. Apologise and offer to pass the request to the team. ${notBooked}`;
  }
}

function orderText(order: BookingOrder): string {
  return `${order.plan.subject} on ${momentText(order)}`;
}

function momentText({ date, time, clock }: BookingOrder): string {
  return `${speakDay(date, clock.today)} at ${time}`;
}
