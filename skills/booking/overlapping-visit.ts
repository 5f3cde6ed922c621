/** Appointments of the same person that a new one would overlap with: nobody can be in two chairs. */
import { minutesOf } from "#sdk";
import type { SkillContext } from "#sdk";
import type { Appointment } from "../domain/appointment.ts";
import type { Service } from "../domain/catalog.ts";
import { notDone, outcomeCodes } from "../domain/outcome.ts";
import type { Outcome } from "../domain/outcome.ts";
import { readAppointments } from "../domain/own-appointments.ts";
import { refreshAppointment } from "../lookups/refresh-appointments.ts";
import { isSamePerson } from "../matching/same-person.ts";
import type { BookingOrder } from "./booking-order.ts";
import { overlapText } from "./booking-texts.ts";

/**
 * The person's booked appointment that lasts into the new visit, or begins during it; null when there is none. One
 * that begins at the same moment is not meant: it may be the very wish. Where a service has no known length, nothing
 * is assumed.
 *
 * @param services those of the location, with the shortest length of each
 */
export function findOverlap(
  ctx: SkillContext,
  services: readonly Service[],
  order: BookingOrder,
): Appointment | null {
  const { plan, date, time, visitor } = order;
  const start = minutesOf(time);
  const end = start + minutesFor(services, plan.visit.serviceIds);
  const thatDay = readAppointments(ctx).filter(
    (entry) =>
      entry.status === "booked" &&
      entry.location_id === plan.visit.locationId &&
      entry.datetime.startsWith(date) &&
      isSamePerson(entry.full_name, visitor.name),
  );
  const other = thatDay.find((entry) => {
    const begins = minutesOf(entry.datetime.slice(11, 16));
    const ids = entry.services.map((service) => service.id);
    return begins < start ? begins + minutesFor(services, ids) > start : begins > start && begins < end;
  });
  return other ?? null;
}

/** The outcome for a visit that overlaps with an appointment; null when Altegio no longer holds that one there. */
export async function answerOverlap(
  ctx: SkillContext,
  order: BookingOrder,
  entry: Appointment,
): Promise<Outcome | null> {
  const now = await refreshAppointment(ctx, entry);
  if (now === null) {
    return null;
  }
  return now.datetime.slice(0, 16) === entry.datetime.slice(0, 16)
    ? notDone(outcomeCodes.incomplete, overlapText(order, now))
    : null;
}

function minutesFor(services: readonly Service[], ids: readonly string[]): number {
  const seconds = services.filter((service) => ids.includes(service.id)).map((service) => service.seconds);
  return Math.floor(seconds.reduce((sum, length) => sum + length, 0) / 60);
}
