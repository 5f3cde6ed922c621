/** Leads a complete booking to its submission: finds the slot, has it read back, checks it. */
import { rescheduleEnabled } from "../../attributes/index.ts";
import type { SkillContext } from "#sdk";
import { bookingCheckRequest, smsCodeRequest } from "../altegio/booking-requests.ts";
import { mayHaveArrived } from "../altegio/read-answer.ts";
import type { Appointment } from "../domain/appointment.ts";
import { meantTime } from "../domain/day-halves.ts";
import { hasUserToken } from "../domain/location-facts.ts";
import { notDone, outcomeCodes } from "../domain/outcome.ts";
import type { Outcome } from "../domain/outcome.ts";
import { readAppointments } from "../domain/own-appointments.ts";
import { readSwitch } from "../domain/settings.ts";
import type { ProblemKind } from "../domain/problem.ts";
import { ask } from "../lookups/ask.ts";
import { freeTimes } from "../lookups/free-times.ts";
import { describeNear, nearTimes } from "../lookups/near-times.ts";
import { refreshAppointment } from "../lookups/refresh-appointments.ts";
import { findAtMoment, findSameServices } from "../matching/find-own.ts";
import type { BookingOrder } from "./booking-order.ts";
import {
  codeOnItsWayText,
  codeSentText,
  codeUnknownText,
  confirmText,
  notFreeText,
  refusedText,
} from "./booking-texts.ts";
import { standsElsewhere } from "./elsewhere.ts";
import { answerOverlap, findOverlap, findPossibleOverlap, overlapping } from "./overlapping-visit.ts";
import { answerRepeat, inFlight } from "./repeated-booking.ts";
import { isCodeOnItsWay, noteUsedCode, noteSentCode, usableCode } from "./sms-code.ts";
import { submitBooking } from "./submit-booking.ts";

const booking = "booking an appointment";

/**
 * Books, unless the same visit was booked or submitted before, or another one of the same person is in its way.
 * Without the caller's consent it ends with the words to ask for it, and that only for a time that is free: nobody
 * agrees to what then cannot be had.
 */
export async function placeBooking(ctx: SkillContext, asked: BookingOrder): Promise<Outcome> {
  const before = await answerEarlier(ctx, asked);
  if (before !== null) {
    return before;
  }
  const search = { visit: asked.plan.visit, clock: asked.clock };
  const times = await freeTimes(ctx, search, asked.date);
  if (times.problem !== "none") {
    return notDone(outcomeCodes.failed, "not-read", refusedText(times.problem));
  }
  const slot = times.slots.find((item) => item.time === asked.time);
  if (slot === undefined) {
    const isNight = meantTime(times.slots, asked.time) !== asked.time;
    const elsewhere = isNight || !hasUserToken(ctx) ? null : await standsElsewhere(ctx, asked);
    if (elsewhere !== null) {
      return elsewhere;
    }
    const others = await describeNear(ctx, search, asked.time, times);
    return notDone(outcomeCodes.taken, "not-free", `${notFreeText(asked, times.slots)} ${others}`);
  }
  // The slot knows how long the visit takes with its member.
  const order = { ...asked, seconds: slot.seconds > 0 ? slot.seconds : asked.seconds };
  const longer = order.seconds > asked.seconds ? findPossibleOverlap(readAppointments(ctx), order) : null;
  const overlapped = await answerOverlap(ctx, order, longer);
  if (overlapped !== null) {
    return overlapped;
  }
  // The agent reads a booking back by itself, so that a yes alone may come from a caller who was never asked.
  const other = order.despiteOther ? null : await otherOfSameServices(ctx, order);
  if (!order.confirmed || other !== null) {
    const canMove = other !== null && readSwitch(ctx, rescheduleEnabled) && hasUserToken(ctx);
    const consent = confirmText(order, other, canMove);
    return notDone(outcomeCodes.incomplete, "asked-for-consent", consent);
  }
  const code = usableCode(ctx, order.visitor);
  if (order.smsCodeRequired && code === "") {
    return await sendCode(ctx, order);
  }
  // With whoever is free the same visit could be had twice. The look takes the place of the check, which tells nothing
  // that the booking itself does not.
  if (order.plan.staffName === "" && hasUserToken(ctx)) {
    const elsewhere = await standsElsewhere(ctx, order);
    if (elsewhere !== null) {
      return elsewhere;
    }
  } else {
    const check = await ask(ctx, bookingCheckRequest(order.plan.visit, slot.datetime), booking);
    if (!check.ok) {
      return await refused(ctx, order, check.problem);
    }
  }
  // Another event of the same conversation may have submitted something while the answers were awaited.
  const entries = readAppointments(ctx);
  const meanwhile = inTheWay(entries, order);
  if (meanwhile !== null) {
    return meanwhile;
  }
  const end = await submitBooking(ctx, order, entries, slot.datetime, code);
  return end.outcome ?? (await refused(ctx, order, end.problem));
}

/** What was booked or submitted before and stands in the way, as far as Altegio still holds it. */
async function answerEarlier(ctx: SkillContext, order: BookingOrder): Promise<Outcome | null> {
  let entries = readAppointments(ctx);
  const overlap = findPossibleOverlap(entries, order);
  if (overlap !== null) {
    const overlapped = await answerOverlap(ctx, order, overlap);
    if (overlapped !== null) {
      return overlapped;
    }
    entries = readAppointments(ctx);
  }
  const before = atSameMoment(entries, order);
  return before === null ? null : await answerRepeat(ctx, order, before);
}

/** What stands in the way now, as the list has it. */
function inTheWay(entries: readonly Appointment[], order: BookingOrder): Outcome | null {
  const same = atSameMoment(entries, order);
  const overlap = findOverlap(entries, order);
  return same !== null ? inFlight(order, same) : overlap !== null ? overlapping(order, overlap) : null;
}

/** The truth about a refusal; a taken time comes with others that are free. */
async function refused(ctx: SkillContext, order: BookingOrder, problem: ProblemKind): Promise<Outcome> {
  if (problem === "slot_taken" || problem === "no_staff") {
    const search = { visit: order.plan.visit, clock: order.clock };
    const others = await nearTimes(ctx, search, order.date, order.time);
    return notDone(outcomeCodes.taken, "not-free", `${notFreeText(order, [])} ${others}`);
  }
  // The location has begun to ask for codes since the last publish.
  if (problem === "bad_code" && usableCode(ctx, order.visitor) === "") {
    return await sendCode(ctx, order);
  }
  if (problem === "bad_code") {
    noteUsedCode(ctx, order.visitor);
  }
  return notDone(outcomeCodes.failed, "refused", refusedText(problem));
}

/**
 * Has Altegio send a code, unless one is on its way: a tool that fires again must not send a second one, nor must an
 * answer that got lost.
 */
async function sendCode(ctx: SkillContext, order: BookingOrder): Promise<Outcome> {
  const { name, phone } = order.visitor;
  if (isCodeOnItsWay(ctx, phone)) {
    return notDone(outcomeCodes.incomplete, "asked-for-code", codeOnItsWayText);
  }
  const answer = await ask(ctx, smsCodeRequest(order.plan.visit.locationId, name, phone), booking);
  const mayHaveSent = mayHaveArrived(answer);
  if (mayHaveSent) {
    noteSentCode(ctx, phone);
  }
  return notDone(
    outcomeCodes.incomplete,
    mayHaveSent ? "asked-for-code" : "refused",
    answer.ok ? codeSentText : mayHaveSent ? codeUnknownText : refusedText(answer.problem),
  );
}

function atSameMoment(entries: readonly Appointment[], order: BookingOrder): Appointment | null {
  const { plan, date, time, visitor } = order;
  const planned = { visit: plan.visit, date, time, fullName: visitor.name, isOther: order.despiteOther };
  return findAtMoment(entries, planned);
}

/** Another appointment for the same services that is ahead, as it stands: the new one may be meant instead of it. */
async function otherOfSameServices(ctx: SkillContext, order: BookingOrder): Promise<Appointment | null> {
  const { plan, clock, visitor } = order;
  const now = {
    visit: plan.visit,
    date: clock.today,
    time: clock.now,
    fullName: visitor.name,
    isOther: order.despiteOther,
  };
  const known = findSameServices(readAppointments(ctx), now);
  return known === null ? null : await refreshAppointment(ctx, known);
}
