/** Submits a complete booking: finds the slot, checks it, books it, stores it. */
import { plainText } from "#sdk";
import type { SkillContext } from "#sdk";
import { bookingCheckRequest, bookingRequest, smsCodeRequest } from "../altegio/booking-requests.ts";
import type { Appointment } from "../domain/appointment.ts";
import { notDone, outcomeCodes } from "../domain/outcome.ts";
import type { Outcome } from "../domain/outcome.ts";
import { readAppointments, storeAppointment } from "../domain/own-appointments.ts";
import type { ProblemKind } from "../domain/problem.ts";
import { ask } from "../lookups/ask.ts";
import { freeTimes } from "../lookups/free-times.ts";
import { describeNear, nearTimes } from "../lookups/near-times.ts";
import { findAtMoment } from "../matching/find-own.ts";
import type { BookingOrder } from "./booking-order.ts";
import { codeOnItsWayText, codeSentText, confirmText, notFreeText, refusedText } from "./booking-texts.ts";
import { conclude } from "./conclude-booking.ts";
import { answerRepeat, inFlight } from "./repeated-booking.ts";
import { isCodeOnItsWay, noteUsedCode, noteSentCode, usableCode } from "./sms-code.ts";

const booking = "booking an appointment";

/**
 * Books, unless the same visit was booked or submitted before. Without the caller's consent it ends with the words to
 * ask for it, and that only for a time that is free: nobody agrees to what then cannot be had. The slot's moment goes
 * back to Altegio as it came. The appointment is stored as being submitted before it is, so that an answer that never
 * comes cannot lead to a second one.
 */
export async function placeBooking(ctx: SkillContext, order: BookingOrder): Promise<Outcome> {
  const before = atSameMoment(ctx, order);
  if (before !== null) {
    const repeated = await answerRepeat(ctx, order, before);
    if (repeated !== null) {
      return repeated;
    }
  }
  const search = { visit: order.plan.visit, clock: order.clock };
  const times = await freeTimes(ctx, search, order.date);
  if (times.problem !== "none") {
    return notDone(outcomeCodes.failed, refusedText(times.problem));
  }
  const slot = times.slots.find((item) => item.time === order.time);
  if (slot === undefined) {
    const others = await describeNear(ctx, search, order.time, times);
    return notDone(outcomeCodes.taken, `${notFreeText(order)} ${others}`);
  }
  if (!order.confirmed) {
    return notDone(outcomeCodes.incomplete, confirmText(order));
  }
  const code = usableCode(ctx, order.visitor);
  if (order.smsCodeRequired && code === "") {
    return await sendCode(ctx, order);
  }
  const visitor = { ...order.visitor, smsCode: code };
  const check = await ask(ctx, bookingCheckRequest(order.plan.visit, slot.datetime), booking);
  if (!check.ok) {
    return await refused(ctx, order, check.problem);
  }
  // Another event of the same conversation may have submitted it while the answers were awaited.
  const meanwhile = atSameMoment(ctx, order);
  if (meanwhile !== null) {
    return inFlight(order, meanwhile);
  }
  const entry = submittedEntry(order, slot.datetime);
  storeAppointment(ctx, entry);
  const answer = await ask(ctx, bookingRequest(order.plan.visit, slot.datetime, visitor), booking);
  const end = await conclude(ctx, order, entry, answer);
  if (end.outcome !== null) {
    if (end.outcome.code === outcomeCodes.booked && code !== "") {
      noteUsedCode(ctx, visitor);
    }
    return end.outcome;
  }
  return await refused(ctx, order, end.problem);
}

/** The truth about a refusal; a taken time comes with others that are free. */
async function refused(ctx: SkillContext, order: BookingOrder, problem: ProblemKind): Promise<Outcome> {
  if (problem === "slot_taken" || problem === "no_staff") {
    const search = { visit: order.plan.visit, clock: order.clock };
    const others = await nearTimes(ctx, search, order.date, order.time);
    return notDone(outcomeCodes.taken, `${notFreeText(order)} ${others}`);
  }
  // The location has begun to ask for codes since the last publish.
  if (problem === "bad_code" && usableCode(ctx, order.visitor) === "") {
    return await sendCode(ctx, order);
  }
  if (problem === "bad_code") {
    noteUsedCode(ctx, order.visitor);
  }
  return notDone(outcomeCodes.failed, refusedText(problem));
}

/** Has Altegio send a code, unless one is on its way: a tool that fires again must not send a second one. */
async function sendCode(ctx: SkillContext, order: BookingOrder): Promise<Outcome> {
  const { name, phone } = order.visitor;
  if (isCodeOnItsWay(ctx, phone, order.clock)) {
    return notDone(outcomeCodes.incomplete, codeOnItsWayText);
  }
  const answer = await ask(ctx, smsCodeRequest(order.plan.visit.locationId, name, phone), booking);
  if (answer.ok) {
    noteSentCode(ctx, phone, order.clock);
  }
  return notDone(outcomeCodes.incomplete, answer.ok ? codeSentText : refusedText(answer.problem));
}

function atSameMoment(ctx: SkillContext, order: BookingOrder): Appointment | null {
  const { plan, date, time, visitor } = order;
  const planned = { visit: plan.visit, date, time, fullName: visitor.name };
  return findAtMoment(readAppointments(ctx), planned);
}

function submittedEntry(order: BookingOrder, datetime: string): Appointment {
  const { plan, visitor } = order;
  return {
    record_id: "",
    record_hash: "",
    location_id: plan.visit.locationId,
    services: plan.visit.serviceIds.map((id, index) => ({ id, name: plan.serviceNames[index] ?? "" })),
    staff: { id: plan.visit.staffId, name: plan.staffName },
    datetime,
    phone: visitor.phone,
    full_name: plainText(visitor.name),
    status: "submitting",
  };
}
