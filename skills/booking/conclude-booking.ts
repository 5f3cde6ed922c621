/** Tells the three ends of a submitted booking apart: made, refused, and nobody knows. */
import type { SkillContext } from "#sdk";
import type { Answer } from "../altegio/read-answer.ts";
import { readHeldAppointment } from "../altegio/read-records.ts";
import { readMadeAppointment } from "../altegio/read-slots.ts";
import { ownRecordRequest } from "../altegio/record-requests.ts";
import type { Appointment } from "../domain/appointment.ts";
import { hasUserToken } from "../domain/location-facts.ts";
import { notDone, outcomeCodes } from "../domain/outcome.ts";
import type { Outcome } from "../domain/outcome.ts";
import {
  dropUnconfirmed,
  readAppointments,
  replaceAppointment,
  storeAppointment,
} from "../domain/own-appointments.ts";
import type { ProblemKind } from "../domain/problem.ts";
import { look } from "../lookups/ask.ts";
import { reconcile } from "../lookups/reconcile.ts";
import { findUnconfirmed } from "../matching/find-own.ts";
import type { BookingOrder } from "./booking-order.ts";
import { bookedText, notSeenText, unconfirmedText } from "./booking-texts.ts";

/** The outcome, or null with the reason of a refusal. */
export interface BookingEnd {
  readonly outcome: Outcome | null;
  readonly problem: ProblemKind;
}

/**
 * Ends a booking. Without a dependable answer the appointment is looked up, if the module may; what cannot be
 * confirmed stays in the list as such and is not submitted again on its own.
 */
export async function conclude(
  ctx: SkillContext,
  order: BookingOrder,
  entry: Appointment,
  answer: Answer,
): Promise<BookingEnd> {
  const made = readMadeAppointment(answer.data);
  if (answer.ok && made.id !== "") {
    const booked = {
      ...entry,
      record_id: made.id,
      record_hash: made.hash,
      staff: made.staffId === "" ? entry.staff : { id: made.staffId, name: made.staffName },
      status: "booked",
    };
    storeAppointment(ctx, booked);
    const staffName = await assignedName(ctx, booked);
    return { outcome: bookedOutcome(ctx, order, booked, staffName), problem: "none" };
  }
  // A 403 that is no JSON comes from the guard in front of Altegio: the request never got through.
  if (!answer.ok && !(answer.problem === "transport" && answer.status !== 403)) {
    dropUnconfirmed(ctx, entry);
    return { outcome: null, problem: answer.problem };
  }
  if (hasUserToken(ctx)) {
    const found = await reconcile(ctx, entry);
    if (found.state === "made") {
      return { outcome: bookedOutcome(ctx, order, found.entry, found.entry.staff.name), problem: "none" };
    }
    if (found.state === "none") {
      storeAppointment(ctx, { ...entry, status: "unconfirmed" });
      return { outcome: notDone(outcomeCodes.failed, notSeenText(order)), problem: "none" };
    }
  }
  storeAppointment(ctx, { ...entry, status: "unconfirmed" });
  return { outcome: notDone(outcomeCodes.unconfirmed, unconfirmedText(order)), problem: "none" };
}

function bookedOutcome(
  ctx: SkillContext,
  order: BookingOrder,
  booked: Appointment,
  staffName: string,
): Outcome {
  const open = findUnconfirmed(readAppointments(ctx), booked);
  return { text: bookedText(order, staffName, open), code: outcomeCodes.booked, bookingId: booked.record_id };
}

/** Who the visit was given to when anybody would do; not every answer says so, the appointment itself does. */
async function assignedName(ctx: SkillContext, booked: Appointment): Promise<string> {
  if (booked.staff.name !== "" || booked.record_hash === "") {
    return booked.staff.name;
  }
  const answer = await look(
    ctx,
    ownRecordRequest(booked.location_id, booked.record_id, booked.record_hash),
    "looking an appointment up",
  );
  const held = readHeldAppointment(answer.data);
  if (held === null || held.staffName === "") {
    return "";
  }
  replaceAppointment(ctx, { ...booked, staff: { id: held.staffId, name: held.staffName } });
  return held.staffName;
}
