/** Submits a complete booking: finds the slot, checks it, books it, stores it. */
import type { SkillContext } from "../../module/sdk/index.ts";
import { ask } from "../altegio/ask.ts";
import { bookingCheckRequest, bookingRequest, smsCodeRequest } from "../altegio/booking-requests.ts";
import type { ProblemKind } from "../altegio/problem-kind.ts";
import type { Answer } from "../altegio/read-answer.ts";
import { readMadeAppointment } from "../altegio/read-slots.ts";
import { freeTimes } from "../availability/free-times.ts";
import { dropUnconfirmed, findSameWish, readAppointments, storeAppointment } from "../shared/appointments.ts";
import type { Appointment } from "../shared/appointments.ts";
import type { Clock } from "../shared/clock.ts";
import { alternatives, freshAlternatives } from "./alternatives.ts";
import { notMade, outcomeCodes } from "./booking-order.ts";
import type { BookingOrder, BookingOutcome } from "./booking-order.ts";
import {
  alreadyBookedText,
  alreadySubmittedText,
  bookedText,
  codeSentText,
  notFreeText,
  refusedText,
  unconfirmedText,
} from "./booking-texts.ts";

const booking = "booking an appointment";

/**
 * Books, unless the same wish was booked or submitted before. The slot's moment goes back to Altegio as it
 * came. The appointment is stored as unconfirmed before it is submitted, so that an answer that never comes
 * cannot lead to a second one.
 */
export async function placeBooking(
  ctx: SkillContext,
  order: BookingOrder,
  clock: Clock,
): Promise<BookingOutcome> {
  const before = submittedBefore(ctx, order);
  if (before !== null) {
    return before;
  }
  const times = await freeTimes(ctx, order.plan.visit, order.date, clock);
  if (times.problem !== "none") {
    return notMade(outcomeCodes.failed, refusedText(times.problem));
  }
  const slot = times.slots.find((item) => item.time === order.time);
  if (slot === undefined) {
    const others = await alternatives(ctx, order, times, clock);
    return notMade(outcomeCodes.taken, `${notFreeText(order)} ${others}`);
  }
  if (order.smsCodeRequired && order.visitor.smsCode === "") {
    return await sendCode(ctx, order);
  }
  const check = await ask(ctx, bookingCheckRequest(order.plan.visit, slot.datetime), booking);
  if (!check.ok) {
    return await refused(ctx, order, check.problem, clock);
  }
  // Another event of the same conversation may have submitted it while the answers were awaited.
  const meanwhile = submittedBefore(ctx, order);
  if (meanwhile !== null) {
    return meanwhile;
  }
  const entry = unconfirmedEntry(order, slot.datetime);
  storeAppointment(ctx, entry);
  const answer = await ask(ctx, bookingRequest(order.plan.visit, slot.datetime, order.visitor), booking);
  return await concluded(ctx, order, entry, answer, clock);
}

/** Tells the three ends apart: made, refused, and nobody knows. */
async function concluded(
  ctx: SkillContext,
  order: BookingOrder,
  entry: Appointment,
  answer: Answer,
  clock: Clock,
): Promise<BookingOutcome> {
  const made = readMadeAppointment(answer.data);
  if (answer.ok && made.id !== "") {
    const staff = { id: made.staffId, name: made.staffName };
    storeAppointment(ctx, {
      ...entry,
      record_id: made.id,
      record_hash: made.hash,
      staff: made.staffId === "" ? entry.staff : staff,
      status: "booked",
    });
    return { text: bookedText(order, made.staffName), code: outcomeCodes.booked, bookingId: made.id };
  }
  // A 403 that is no JSON comes from the guard in front of Altegio: the request never got through.
  if (answer.ok || (answer.problem === "transport" && answer.status !== 403)) {
    return notMade(outcomeCodes.unconfirmed, unconfirmedText(order));
  }
  dropUnconfirmed(ctx, entry);
  return await refused(ctx, order, answer.problem, clock);
}

/** The truth about a refusal; a taken time comes with others that are free. */
async function refused(
  ctx: SkillContext,
  order: BookingOrder,
  problem: ProblemKind,
  clock: Clock,
): Promise<BookingOutcome> {
  if (problem === "slot_taken" || problem === "no_staff") {
    const others = await freshAlternatives(ctx, order, clock);
    return notMade(outcomeCodes.taken, `${notFreeText(order)} ${others}`);
  }
  // The location has begun to ask for codes since the last publish.
  if (problem === "bad_code" && order.visitor.smsCode === "") {
    return await sendCode(ctx, order);
  }
  return notMade(outcomeCodes.failed, refusedText(problem));
}

async function sendCode(ctx: SkillContext, order: BookingOrder): Promise<BookingOutcome> {
  const { name, phone } = order.visitor;
  const answer = await ask(ctx, smsCodeRequest(order.plan.visit.locationId, name, phone), booking);
  return notMade(outcomeCodes.incomplete, answer.ok ? codeSentText : refusedText(answer.problem));
}

/** The outcome for a wish that was submitted before, null for a new one. */
function submittedBefore(ctx: SkillContext, order: BookingOrder): BookingOutcome | null {
  const { plan, date, time, visitor } = order;
  const same = findSameWish(readAppointments(ctx), plan.visit, date, time, visitor.phone);
  if (same === null) {
    return null;
  }
  return same.status === "booked"
    ? { text: alreadyBookedText(order), code: outcomeCodes.booked, bookingId: same.record_id }
    : notMade(outcomeCodes.unconfirmed, alreadySubmittedText(order));
}

function unconfirmedEntry(order: BookingOrder, datetime: string): Appointment {
  const { plan, visitor } = order;
  return {
    record_id: "",
    record_hash: "",
    location_id: plan.visit.locationId,
    services: plan.visit.serviceIds.map((id, index) => ({ id, name: plan.serviceNames[index] ?? "" })),
    staff: { id: plan.visit.staffId, name: plan.staffName },
    datetime,
    phone: visitor.phone,
    status: "unconfirmed",
  };
}
