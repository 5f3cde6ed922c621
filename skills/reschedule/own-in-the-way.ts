/** Another appointment of the same person at the time one is to be moved to. */
import type { SkillContext } from "#sdk";
import type { MoveTarget } from "../altegio/move-body.ts";
import { isSameEntry } from "../domain/appointment.ts";
import type { Appointment } from "../domain/appointment.ts";
import { stillThere } from "../lookups/still-there.ts";
import { findAtMoment, findOverlapping, longestUnknown } from "../matching/find-own.ts";

/**
 * What the list has where the appointment is to go; null when there is nothing.
 *
 * @param target with the length of the visit
 */
export function mayBeInTheWay(
  entries: readonly Appointment[],
  moved: Appointment,
  target: MoveTarget,
): Appointment | null {
  const others = entries.filter((entry) => !isSameEntry(entry, moved));
  return takesPlace(others, moved, target, longestUnknown);
}

/**
 * The person's appointment that takes part of the new time, as Altegio has it; null when it does not any more.
 *
 * @param known of `mayBeInTheWay`
 */
export async function stillInTheWay(
  ctx: SkillContext,
  known: Appointment,
  moved: Appointment,
  target: MoveTarget,
): Promise<Appointment | null> {
  const now = await stillThere(ctx, known);
  return now === null ? null : takesPlace([now], moved, target, 0);
}

function takesPlace(
  appointments: readonly Appointment[],
  moved: Appointment,
  { date, time, staff, seconds }: MoveTarget,
  unknown: number,
): Appointment | null {
  const visit = { locationId: moved.location_id, serviceIds: [], staffId: staff.id };
  const planned = { visit, date, time, fullName: moved.full_name, isOther: true };
  return findAtMoment(appointments, planned) ?? findOverlapping(appointments, planned, seconds, unknown);
}
