/** What to do with a booking for a moment at which the same person has an appointment already. */
import type { SkillContext } from "#sdk";
import { isSameVisit } from "../domain/appointment.ts";
import type { Appointment } from "../domain/appointment.ts";
import { notDone, outcomeCodes } from "../domain/outcome.ts";
import type { Outcome } from "../domain/outcome.ts";
import { refreshAppointment } from "../lookups/refresh-appointments.ts";
import { stillThere } from "../lookups/still-there.ts";
import { comparePersons } from "../matching/same-person.ts";
import type { BookingOrder } from "./booking-order.ts";
import {
  alreadyBookedText,
  alreadySubmittedText,
  movedByTeamText,
  otherAtMomentText,
  perhapsSameText,
} from "./booking-texts.ts";

/**
 * The outcome for a booking at a moment that is taken by an appointment of the same person; null when Altegio shows
 * that it may be made, because that appointment was cancelled, moved away or never made.
 *
 * @param entry the person's entry in the caller's list
 */
export async function answerRepeat(
  ctx: SkillContext,
  order: BookingOrder,
  entry: Appointment,
): Promise<Outcome | null> {
  if (entry.status === "booked") {
    return await answerBooked(ctx, order, entry);
  }
  const now = await stillThere(ctx, entry);
  return now === null ? null : inFlight(order, now);
}

async function answerBooked(
  ctx: SkillContext,
  order: BookingOrder,
  entry: Appointment,
): Promise<Outcome | null> {
  const now = await refreshAppointment(ctx, entry);
  if (now === null) {
    return null;
  }
  if (now.datetime.slice(0, 16) === entry.datetime.slice(0, 16)) {
    return inFlight(order, now);
  }
  return isSameVisit(entry, order.plan.visit)
    ? {
        text: movedByTeamText(now),
        why: "booked-before",
        code: outcomeCodes.booked,
        bookingId: now.record_id,
      }
    : null;
}

/** The outcome for a booking at the moment of an entry that was submitted or booked by another event. */
export function inFlight(order: BookingOrder, entry: Appointment): Outcome {
  if (comparePersons(entry.full_name, order.visitor.name) === "perhaps") {
    return notDone(outcomeCodes.incomplete, "asked-who", perhapsSameText(entry));
  }
  if (!isSameVisit(entry, order.plan.visit)) {
    return notDone(outcomeCodes.incomplete, "other-in-the-way", otherAtMomentText(order, entry));
  }
  return entry.status === "booked"
    ? {
        text: alreadyBookedText(order, entry),
        why: "booked-before",
        code: outcomeCodes.booked,
        bookingId: entry.record_id,
      }
    : notDone(outcomeCodes.unconfirmed, "submitted-before", alreadySubmittedText(order));
}
