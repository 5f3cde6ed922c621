/** Another appointment of the same person at the time one is to be moved to. */
import type { SkillContext } from "#sdk";
import type { MoveTarget } from "../altegio/move-body.ts";
import { isSameEntry } from "../domain/appointment.ts";
import type { Appointment } from "../domain/appointment.ts";
import { readAppointments } from "../domain/own-appointments.ts";
import { stillThere } from "../lookups/still-there.ts";
import { findAtMoment, findOverlapping, longestUnknown } from "../matching/find-own.ts";

/**
 * The person's appointment that takes part of the new time, as Altegio has it; null when there is none.
 *
 * @param target with the length of the visit
 */
export async function ownInTheWay(
  ctx: SkillContext,
  moved: Appointment,
  target: MoveTarget,
): Promise<Appointment | null> {
  const others = readAppointments(ctx).filter((entry) => !isSameEntry(entry, moved));
  const known = takesPlace(others, moved, target, longestUnknown);
  const now = known === null ? null : await stillThere(ctx, known);
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
