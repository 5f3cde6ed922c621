/** Finds, among the appointments the agent made, the one that a new booking meets. */
import { addDays } from "#sdk";
import { idsKey, isSameVisit, isUnsettled, mayStand, serviceKey } from "../domain/appointment.ts";
import type { Appointment } from "../domain/appointment.ts";
import { minutesAt } from "../domain/clock.ts";
import type { Visit } from "../domain/visit.ts";
import { comparePersons, isSamePerson } from "./same-person.ts";

/** A visit of a person at a moment. */
export interface PlannedVisit {
  readonly visit: Visit;
  /** `YYYY-MM-DD` on the location's clock. */
  readonly date: string;
  /** `HH:MM`. */
  readonly time: string;
  /** Who the appointment is for; one caller may book for several. */
  readonly fullName: string;
  /** It is known not to be for somebody whose name is only alike: the caller was asked. */
  readonly isOther: boolean;
}

/**
 * The entry that the same person already has at that moment, whatever it is for: nobody can be in two chairs. One
 * that is the very visit comes before others. Null when there is none.
 */
export function findAtMoment(
  appointments: readonly Appointment[],
  { visit, date, time, fullName, isOther }: PlannedVisit,
): Appointment | null {
  const there = appointments.filter(
    (entry) =>
      mayStand(entry) &&
      entry.location_id === visit.locationId &&
      entry.datetime.slice(0, 16) === `${date}T${time}` &&
      isMeant(entry.full_name, fullName, isOther),
  );
  return there.find((entry) => isSameVisit(entry, visit)) ?? there[0] ?? null;
}

/** What an appointment may take at the most whose length is not known, in seconds. */
export const longestUnknown = 14_400;

/**
 * The person's appointment that lasts into a visit, or begins during it, also over midnight; null when there is none.
 * One whose result is not known counts: it may stand. One that begins at the same moment is not meant: it may be the
 * very wish.
 *
 * @param seconds how long the visit takes, 0 when that is not known
 * @param unknown how long an appointment is taken to last, in seconds, whose length is not known
 */
export function findOverlapping(
  appointments: readonly Appointment[],
  { visit, date, time, fullName, isOther }: PlannedVisit,
  seconds: number,
  unknown: number,
): Appointment | null {
  const from = addDays(date, -1);
  const to = addDays(date, 1);
  const around = appointments.filter(
    (entry) =>
      mayStand(entry) &&
      entry.location_id === visit.locationId &&
      entry.datetime.slice(0, 10) >= from &&
      entry.datetime.slice(0, 10) <= to,
  );
  const start = minutesAt(`${date}T${time}`);
  const end = start + Math.floor(seconds / 60);
  const other = around.find((entry) => {
    const begins = minutesAt(entry.datetime);
    const ends = begins + Math.floor((entry.seconds > 0 ? entry.seconds : unknown) / 60);
    return (
      (begins < start ? ends > start : begins > start && begins < end) &&
      isMeant(entry.full_name, fullName, isOther)
    );
  });
  return other ?? null;
}

/**
 * The person's next booked appointment for the same services after a moment; null when there is none. A new booking
 * may be meant instead of it.
 */
export function findSameServices(
  appointments: readonly Appointment[],
  { visit, date, time, fullName }: PlannedVisit,
): Appointment | null {
  const ahead = appointments
    .filter(
      (entry) =>
        entry.status === "booked" &&
        entry.location_id === visit.locationId &&
        serviceKey(entry) === idsKey(visit.serviceIds) &&
        entry.datetime.slice(0, 16) > `${date}T${time}` &&
        isSamePerson(entry.full_name, fullName),
    )
    .toSorted((a, b) => (a.datetime < b.datetime ? -1 : a.datetime > b.datetime ? 1 : 0));
  return ahead[0] ?? null;
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

/**
 * The appointment that was booked for the same person, moment and services after one was cancelled; null when none was.
 */
export function findBookedAnew(
  appointments: readonly Appointment[],
  cancelled: Appointment,
): Appointment | null {
  const anew = appointments.find(
    (entry) =>
      entry.number > cancelled.number &&
      entry.status === "booked" &&
      entry.location_id === cancelled.location_id &&
      entry.datetime.slice(0, 16) === cancelled.datetime.slice(0, 16) &&
      serviceKey(entry) === serviceKey(cancelled) &&
      isSamePerson(entry.full_name, cancelled.full_name),
  );
  return anew ?? null;
}

function isMeant(known: string, given: string, isOther: boolean): boolean {
  return isOther ? comparePersons(known, given) === "same" : isSamePerson(known, given);
}
