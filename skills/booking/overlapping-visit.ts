/** Appointments of the same person that a new one would overlap with: nobody can be in two chairs. */
import type { SkillContext } from "#sdk";
import type { Appointment } from "../domain/appointment.ts";
import { notDone, outcomeCodes } from "../domain/outcome.ts";
import type { Outcome } from "../domain/outcome.ts";
import { stillThere } from "../lookups/still-there.ts";
import { findOverlapping, longestUnknown } from "../matching/find-own.ts";
import { comparePersons } from "../matching/same-person.ts";
import type { BookingOrder } from "./booking-order.ts";
import { overlapText, perhapsSameText } from "./booking-texts.ts";

/** What the list has in the visit's way, by the lengths that are known; null when there is nothing. */
export function findOverlap(entries: readonly Appointment[], order: BookingOrder): Appointment | null {
  return overlapIn(entries, order, 0);
}

/** What the list may have in the visit's way, where one whose length is not known counts as long. */
export function findPossibleOverlap(
  entries: readonly Appointment[],
  order: BookingOrder,
): Appointment | null {
  return overlapIn(entries, order, longestUnknown);
}

/**
 * The outcome for a visit that may overlap with an appointment; null when Altegio holds it no more in its way.
 *
 * @param known of `findPossibleOverlap`
 */
export async function answerOverlap(
  ctx: SkillContext,
  order: BookingOrder,
  known: Appointment | null,
): Promise<Outcome | null> {
  const now = known === null ? null : await stillThere(ctx, known);
  return now === null || overlapIn([now], order, 0) === null ? null : overlapping(order, now);
}

function overlapIn(
  appointments: readonly Appointment[],
  { plan, date, time, visitor, seconds, despiteOther }: BookingOrder,
  unknown: number,
): Appointment | null {
  const planned = { visit: plan.visit, date, time, fullName: visitor.name, isOther: despiteOther };
  return findOverlapping(appointments, planned, seconds, unknown);
}

/** The outcome for a visit that overlaps with an appointment that stands, or may stand. */
export function overlapping(order: BookingOrder, entry: Appointment): Outcome {
  if (comparePersons(entry.full_name, order.visitor.name) === "perhaps") {
    return notDone(outcomeCodes.incomplete, "asked-who", perhapsSameText(entry));
  }
  return notDone(
    entry.status === "booked" ? outcomeCodes.incomplete : outcomeCodes.unconfirmed,
    "other-in-the-way",
    overlapText(order, entry),
  );
}
