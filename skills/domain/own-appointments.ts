/**
 * The appointments the agent made for a caller, kept with the caller's persona as a JSON list. Cancellation
 * and rescheduling act on this list only.
 */
import { asList, asText, isDate, parseJson, plainTime, property } from "#sdk";
import type { SkillContext } from "#sdk";
import { isUnsettled, serviceKey } from "./appointment.ts";
import type { Appointment } from "./appointment.ts";
import type { Desk } from "./desk.ts";

const field = "altegio_appointments";

/** The oldest entries give way beyond this many. */
const mostKept = 50;

/** The caller's appointments, oldest first; empty when there are none or the stored text is damaged. */
export function readAppointments(ctx: SkillContext): readonly Appointment[] {
  return asList(parseJson(ctx.getPersonaAttribute(field)).value).map((item) => ({
    record_id: asText(property(item, "record_id")),
    record_hash: asText(property(item, "record_hash")),
    location_id: asText(property(item, "location_id")),
    services: asList(property(item, "services")).map((service) => ({
      id: asText(property(service, "id")),
      name: asText(property(service, "name")),
    })),
    staff: {
      id: asText(property(property(item, "staff"), "id")),
      name: asText(property(property(item, "staff"), "name")),
    },
    datetime: asText(property(item, "datetime")),
    phone: asText(property(item, "phone")),
    full_name: asText(property(item, "full_name")),
    status: asText(property(item, "status")),
  }));
}

/** Stores an appointment in place of the entry it was submitted under, or at the end of the list. */
export function storeAppointment(ctx: SkillContext, appointment: Appointment): void {
  const kept = readAppointments(ctx).filter((entry) => !isTwin(entry, appointment));
  ctx.setPersonaAttribute(field, JSON.stringify([...kept, appointment].slice(-mostKept)));
}

/** Removes the entry of an appointment that Altegio refused. */
export function dropUnconfirmed(ctx: SkillContext, appointment: Appointment): void {
  const kept = readAppointments(ctx).filter((entry) => !isTwin(entry, appointment));
  ctx.setPersonaAttribute(field, JSON.stringify(kept));
}

/** Replaces a booked appointment, which keeps its place: the places are what the caller's choice counts by. */
export function replaceAppointment(ctx: SkillContext, appointment: Appointment): void {
  const entries = readAppointments(ctx).map((entry) =>
    entry.record_id === appointment.record_id && entry.location_id === appointment.location_id
      ? appointment
      : entry,
  );
  ctx.setPersonaAttribute(field, JSON.stringify(entries));
}

/**
 * The caller's appointments at a location whose start is ahead, cancelled ones included, in the order they
 * were made. Cancelled ones keep their place so that a choice made by number means the same appointment
 * when it is heard twice.
 */
export function upcomingAppointments(ctx: SkillContext, { locationId, clock }: Desk): readonly Appointment[] {
  const now = `${clock.today}T${clock.now}`;
  return readAppointments(ctx).filter(
    (entry) =>
      entry.location_id === locationId &&
      isDate(entry.datetime.slice(0, 10)) &&
      plainTime(entry.datetime.slice(11, 16)) !== "" &&
      entry.datetime.slice(0, 16) > now,
  );
}

/** True for an entry without a record of the same start, services, phone and name. */
function isTwin(entry: Appointment, other: Appointment): boolean {
  return (
    isUnsettled(entry) &&
    entry.location_id === other.location_id &&
    entry.datetime === other.datetime &&
    entry.phone === other.phone &&
    entry.full_name === other.full_name &&
    serviceKey(entry) === serviceKey(other)
  );
}
