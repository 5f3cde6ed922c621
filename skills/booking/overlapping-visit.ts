/** Appointments of the same person that a new one would overlap with: nobody can be in two chairs. */
import { minutesOf } from "#sdk";
import type { SkillContext } from "#sdk";
import { isUnsettled } from "../domain/appointment.ts";
import type { Appointment } from "../domain/appointment.ts";
import { hasUserToken } from "../domain/location-facts.ts";
import { notDone, outcomeCodes } from "../domain/outcome.ts";
import type { Outcome } from "../domain/outcome.ts";
import { dropAppointment, readAppointments } from "../domain/own-appointments.ts";
import { reconcile } from "../lookups/reconcile.ts";
import { refreshAppointment } from "../lookups/refresh-appointments.ts";
import { isSamePerson } from "../matching/same-person.ts";
import type { BookingOrder } from "./booking-order.ts";
import { overlapText } from "./booking-texts.ts";

/**
 * The person's appointment that lasts into the new visit, or begins during it; null when there is none. One whose
 * result is not known counts: it may stand. One that begins at the same moment is not meant: it may be the very wish.
 * Where a length is not known, nothing is assumed.
 */
export function findOverlap(ctx: SkillContext, order: BookingOrder): Appointment | null {
  const { plan, date, time, visitor } = order;
  const start = minutesOf(time);
  const end = start + Math.floor(order.seconds / 60);
  const other = readAppointments(ctx).find((entry) => {
    const begins = minutesOf(entry.datetime.slice(11, 16));
    return (
      (entry.status === "booked" || isUnsettled(entry)) &&
      entry.location_id === plan.visit.locationId &&
      entry.datetime.startsWith(date) &&
      (begins < start ? begins + Math.floor(entry.seconds / 60) > start : begins > start && begins < end) &&
      isSamePerson(entry.full_name, visitor.name)
    );
  });
  return other ?? null;
}

/** The outcome for a visit that overlaps with an appointment; null when Altegio does not hold that one there. */
export async function answerOverlap(
  ctx: SkillContext,
  order: BookingOrder,
  entry: Appointment,
): Promise<Outcome | null> {
  if (entry.status === "booked") {
    const now = await refreshAppointment(ctx, entry);
    return now !== null && now.datetime.slice(0, 16) === entry.datetime.slice(0, 16)
      ? overlapping(order, now)
      : null;
  }
  if (!hasUserToken(ctx)) {
    return overlapping(order, entry);
  }
  const found = await reconcile(ctx, entry);
  if (found.state === "none" && entry.status === "unconfirmed") {
    dropAppointment(ctx, entry);
    return null;
  }
  return found.entry.status === "cancelled" ? null : overlapping(order, found.entry);
}

/** The outcome for a visit that overlaps with an appointment that stands, or may stand. */
export function overlapping(order: BookingOrder, entry: Appointment): Outcome {
  return notDone(
    entry.status === "booked" ? outcomeCodes.incomplete : outcomeCodes.unconfirmed,
    overlapText(order, entry),
  );
}
