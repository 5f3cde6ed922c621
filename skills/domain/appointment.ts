/** An appointment the agent made for a caller. */
import { anyStaffId } from "./visit.ts";
import type { Visit } from "./visit.ts";

/** Something Altegio knows by an id, with the name it is spoken of by. */
export interface Reference {
  readonly id: string;
  readonly name: string;
}

/**
 * One appointment. `status` is `submitting` while the booking's answer is awaited, `unconfirmed` when no
 * dependable answer came, `given_up` when Altegio has not shown it and the caller went on without it (none of these has
 * a `record_id`), then `booked`, then `cancelled`.
 */
export interface Appointment {
  /** Its number among all the caller has had, from 1: what it is found by before Altegio has given it an id. */
  readonly number: number;
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
  /** How long it takes, in seconds; 0 when that is not known. */
  readonly seconds: number;
  /** When the entry was last written: ISO 8601, UTC; "" for one of an earlier version. */
  readonly written_at: string;
}

/** The member Altegio shows; by the name that is kept, where that tells them from a namesake. */
export function shownStaff(kept: Reference, id: string, name: string): Reference {
  return id === kept.id && kept.name.startsWith(`${name} (`) ? kept : { id, name };
}

/** True for two readings of one entry, or two entries of one record. */
export function isSameEntry(entry: Appointment, other: Appointment): boolean {
  return (
    entry.number === other.number ||
    (entry.record_id !== "" && entry.record_id === other.record_id && entry.location_id === other.location_id)
  );
}

/** True when nothing happened to an appointment between two readings of its entry. */
export function isUnchanged(before: Appointment, now: Appointment): boolean {
  return (
    before.record_id === now.record_id &&
    before.datetime.slice(0, 16) === now.datetime.slice(0, 16) &&
    before.staff.id === now.staff.id &&
    (before.status === now.status || (isUnsettled(before) && isUnsettled(now)))
  );
}

/** True for the same services with the same member, or with whoever is free. */
export function isSameVisit(entry: Appointment, visit: Visit): boolean {
  return (
    serviceKey(entry) === idsKey(visit.serviceIds) &&
    (visit.staffId === anyStaffId || entry.staff.id === anyStaffId || entry.staff.id === visit.staffId)
  );
}

/** True while it is not known whether Altegio has made the appointment. */
export function isUnsettled(entry: Appointment): boolean {
  return ["submitting", "unconfirmed"].includes(entry.status);
}

/** True while it takes its place in the day, as far as is known: booked, or not settled. */
export function mayStand(entry: Appointment): boolean {
  return entry.status === "booked" || isUnsettled(entry);
}

/** The services as one text that does not depend on their order. */
export function serviceKey(entry: Appointment): string {
  return idsKey(entry.services.map((service) => service.id));
}

/** Ids as one text that does not depend on their order. */
export function idsKey(ids: readonly string[]): string {
  return ids.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join(",");
}
