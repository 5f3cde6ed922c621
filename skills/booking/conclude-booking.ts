/** Tells the ends of a submitted booking apart: made as asked, made otherwise, refused, and nobody knows. */
import type { SkillContext } from "#sdk";
import { mayHaveArrived } from "../altegio/read-answer.ts";
import type { Answer } from "../altegio/read-answer.ts";
import { readHeldAppointment, readMadeAppointment } from "../altegio/read-records.ts";
import type { MadeAppointment } from "../altegio/read-records.ts";
import { ownRecordRequest } from "../altegio/record-requests.ts";
import type { Appointment } from "../domain/appointment.ts";
import { hasUserToken } from "../domain/location-facts.ts";
import { notDone, outcomeCodes } from "../domain/outcome.ts";
import type { Outcome } from "../domain/outcome.ts";
import { changeAppointment, dropAppointment, readAppointments } from "../domain/own-appointments.ts";
import type { ProblemKind } from "../domain/problem.ts";
import { look } from "../lookups/ask.ts";
import { keepMade } from "../lookups/keep-made.ts";
import { noteOutcome } from "../lookups/note-outcome.ts";
import { reconcile } from "../lookups/reconcile.ts";
import { findBookedAnew, findUnconfirmed } from "../matching/find-own.ts";
import { bookedAnewText } from "../wording/appointment-text.ts";
import type { BookingOrder } from "./booking-order.ts";
import {
  bookedOtherwiseText,
  bookedText,
  cancelledSinceText,
  notSeenText,
  unconfirmedText,
} from "./booking-texts.ts";

/** The outcome, or null with the reason of a refusal. */
export interface BookingEnd {
  readonly outcome: Outcome | null;
  readonly problem: ProblemKind;
}

/** Refusals of what was sent: no echo of a booking that was made reads like them. */
const ownFaults: readonly ProblemKind[] = [
  "bad_phone",
  "bad_email",
  "no_name",
  "blacklisted",
  "service_gone",
  "validation",
];

/**
 * Ends a booking. Without a dependable answer the appointment is looked up, if the module may; what cannot be
 * confirmed stays in the list as such and is not submitted again on its own. So is a refusal that may be the echo of
 * this very booking, carried out and sent again by something in between.
 *
 * @param entry as it was stored when it was submitted
 */
export async function conclude(
  ctx: SkillContext,
  order: BookingOrder,
  entry: Appointment,
  answer: Answer,
): Promise<BookingEnd> {
  const made = readMadeAppointment(answer.data);
  if (answer.ok && made.id !== "") {
    return ended(await concludeMade(ctx, order, entry, made));
  }
  if (answer.ok) {
    noteOutcome(ctx, ctx.operation, "booking-answer", "no-record");
  }
  const isLooked = hasUserToken(ctx) && !ownFaults.includes(answer.problem);
  const found = isLooked ? await reconcile(ctx, entry) : null;
  if (found !== null && found.state === "made") {
    return ended(
      found.entry.status === "cancelled"
        ? cancelledSince(ctx, found.entry)
        : bookedOutcome(ctx, order, found.entry),
    );
  }
  if (!mayHaveArrived(answer) && found?.state !== "perhaps") {
    dropAppointment(ctx, entry);
    return { outcome: null, problem: answer.problem };
  }
  changeAppointment(ctx, entry, { ...entry, status: "unconfirmed" });
  return ended(
    found !== null && found.state === "none"
      ? notDone(outcomeCodes.failed, "unconfirmed", notSeenText(order))
      : notDone(outcomeCodes.unconfirmed, "unconfirmed", unconfirmedText(order)),
  );
}

function ended(outcome: Outcome): BookingEnd {
  return { outcome, problem: "none" };
}

/** Altegio has made an appointment: the one that was asked for, unless it says or shows otherwise. */
async function concludeMade(
  ctx: SkillContext,
  order: BookingOrder,
  entry: Appointment,
  made: MadeAppointment,
): Promise<Outcome> {
  const kept = await keepMade(ctx, entry, made);
  if (kept.state === "unknown") {
    return notDone(outcomeCodes.unconfirmed, "unconfirmed", unconfirmedText(order));
  }
  if (kept.entry.status === "cancelled") {
    return cancelledSince(ctx, kept.entry);
  }
  const booked = await withStaffName(ctx, kept.entry);
  return bookedOutcome(ctx, order, booked);
}

/** It was cancelled while its answer was on its way, and may have been booked anew. */
function cancelledSince(ctx: SkillContext, entry: Appointment): Outcome {
  const anew = findBookedAnew(readAppointments(ctx), entry);
  return anew === null
    ? notDone(outcomeCodes.failed, "cancelled-since", cancelledSinceText(entry))
    : {
        text: bookedAnewText(anew),
        why: "booked-anew",
        code: outcomeCodes.booked,
        bookingId: anew.record_id,
      };
}

function bookedOutcome(ctx: SkillContext, order: BookingOrder, booked: Appointment): Outcome {
  const { visit } = order.plan;
  const isAsAsked =
    booked.datetime.slice(0, 16) === `${order.date}T${order.time}` &&
    (order.plan.staffName === "" || booked.staff.id === visit.staffId);
  const entries = readAppointments(ctx);
  const open = findUnconfirmed(entries, booked);
  return {
    text: isAsAsked ? bookedText(order, booked.staff.name, open) : bookedOtherwiseText(order, booked),
    why: isAsAsked ? "booked" : "booked-otherwise",
    code: outcomeCodes.booked,
    bookingId: booked.record_id,
    entries,
  };
}

/** Who the visit was given to when anybody would do; not every answer says so, the appointment itself does. */
async function withStaffName(ctx: SkillContext, booked: Appointment): Promise<Appointment> {
  if (booked.staff.name !== "" || booked.record_hash === "") {
    return booked;
  }
  const answer = await look(
    ctx,
    ownRecordRequest(booked.location_id, booked.record_id, booked.record_hash),
    "looking an appointment up",
  );
  const held = readHeldAppointment(answer.data);
  return held === null || held.staffName === ""
    ? booked
    : changeAppointment(ctx, booked, { ...booked, staff: { id: held.staffId, name: held.staffName } });
}
