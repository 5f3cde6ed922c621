/**
 * The appointments the agent made for a caller, kept with the caller's persona as a JSON list. Cancellation
 * and rescheduling act on this list only.
 */
import { asList, asText, parseJson, property } from "#sdk";
import type { SkillContext } from "#sdk";
import { anyStaffId } from "../altegio/slot-requests.ts";
import type { Visit } from "../altegio/slot-requests.ts";
import { isNearWord } from "../matching/near-word.ts";
import { simpleName } from "../matching/simple-name.ts";
import { soundsLike } from "../matching/sounds-like.ts";

/** Something Altegio knows by an id, with the name it is spoken of by. */
export interface Reference {
  readonly id: string;
  readonly name: string;
}

/**
 * One appointment. `status` is `submitting` while the booking's answer is awaited, `unconfirmed` when no
 * dependable answer came (neither has a `record_id`), then `booked`, then `cancelled`.
 */
export interface Appointment {
  readonly record_id: string;
  /** "" where only the business's own call showed the appointment. */
  readonly record_hash: string;
  readonly location_id: string;
  readonly services: readonly Reference[];
  /** Id "0" while it is left to Altegio. */
  readonly staff: Reference;
  /** The start exactly as Altegio wrote it. */
  readonly datetime: string;
  /** Digits with the country code. */
  readonly phone: string;
  /** Who it is for; "" for one that was stored before names were. */
  readonly full_name: string;
  readonly status: string;
}

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
 * The entry that the same person already has at that moment, whatever it is for: nobody can be in two chairs. One
 * that is the very wish comes before others. Null when there is none.
 *
 * @param date `YYYY-MM-DD` on the location's clock
 * @param time `HH:MM`
 * @param fullName who the appointment is for; one caller may book for several
 */
export function findAtMoment(
  appointments: readonly Appointment[],
  visit: Visit,
  date: string,
  time: string,
  fullName: string,
): Appointment | null {
  const there = appointments.filter(
    (entry) =>
      (entry.status === "booked" || isUnsettled(entry)) &&
      entry.location_id === visit.locationId &&
      entry.datetime.slice(0, 16) === `${date}T${time}` &&
      isSamePerson(entry.full_name, fullName),
  );
  return there.find((entry) => isSameVisit(entry, visit)) ?? there[0] ?? null;
}

/** The latest entry of the same person and services that was submitted and never confirmed; null when there is none. */
export function findUnconfirmed(
  appointments: readonly Appointment[],
  booked: Appointment,
): Appointment | null {
  const open = appointments.filter(
    (entry) =>
      isUnsettled(entry) &&
      entry.location_id === booked.location_id &&
      serviceKey(entry) === serviceKey(booked) &&
      isSamePerson(entry.full_name, booked.full_name),
  );
  return open.at(-1) ?? null;
}

/** True for the same services with the same member, or with whoever is free. */
export function isSameVisit(entry: Appointment, visit: Visit): boolean {
  return (
    serviceKey(entry) === idsKey(visit.serviceIds) &&
    (visit.staffId === anyStaffId || entry.staff.id === anyStaffId || entry.staff.id === visit.staffId)
  );
}

/** True when every word of the shorter name is in the longer one, heard or spelled alike. */
export function isSamePerson(known: string, given: string): boolean {
  const one = soundsLike(simpleName(known)).split(" ");
  const other = soundsLike(simpleName(given)).split(" ");
  const fewer = one.length <= other.length ? one : other;
  const more = one.length <= other.length ? other : one;
  return known === "" || fewer.every((word) => more.some((name) => isNearWord(name, word)));
}

/** True while it is not known whether Altegio has made the appointment. */
function isUnsettled(entry: Appointment): boolean {
  return ["submitting", "unconfirmed"].includes(entry.status);
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

/** The services as one text that does not depend on their order. */
export function serviceKey(entry: Appointment): string {
  return idsKey(entry.services.map((service) => service.id));
}

/** Ids as one text that does not depend on their order. */
export function idsKey(ids: readonly string[]): string {
  return ids.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join(",");
}
