/** Finds, among the appointments the agent made, the one a new wish meets. */
import { isSameVisit, isUnsettled, serviceKey } from "../domain/appointment.ts";
import type { Appointment } from "../domain/appointment.ts";
import type { Visit } from "../domain/visit.ts";
import { isSamePerson } from "./same-person.ts";

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
