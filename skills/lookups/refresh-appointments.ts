/** Brings the agent's own appointments up to what Altegio holds: the team may have moved or cancelled them. */
import type { SkillContext } from "#sdk";
import { idsKey, serviceKey, shownStaff } from "../domain/appointment.ts";
import type { Appointment } from "../domain/appointment.ts";
import type { Desk } from "../domain/desk.ts";
import type { HeldAppointment } from "../domain/held-appointment.ts";
import { changeAppointment, currentEntry, readAppointments } from "../domain/own-appointments.ts";
import { lookUpRecord } from "./look-up-record.ts";
import type { Standing } from "./look-up-record.ts";

/** Most appointments looked up in a row: the caller waits for every one. */
const mostLooks = 3;

/**
 * Looks the appointments that are ahead up and stores what is found. When all are over by the stored time, the
 * latest are looked up: one may have been moved to a day that is still to come. What gets no answer stays as stored.
 */
export async function refreshAppointments(ctx: SkillContext, desk: Desk): Promise<void> {
  const { locationId, clock } = desk;
  const now = `${clock.today}T${clock.now}`;
  const booked = readAppointments(ctx).filter(
    (entry) => entry.location_id === locationId && entry.status === "booked",
  );
  const ahead = booked.filter((entry) => entry.datetime.slice(0, 16) > now);
  const wanted = ahead.length > 0 ? ahead : booked;
  for (const entry of wanted.slice(-mostLooks)) {
    await refreshAppointment(ctx, entry);
  }
}

/**
 * The appointment as Altegio holds it now, and stored so; as it was without an answer; null when it is gone. Where
 * another event has changed it meanwhile, that is newer and stays.
 */
export async function refreshAppointment(ctx: SkillContext, entry: Appointment): Promise<Appointment | null> {
  const standing = await lookUpRecord(ctx, entry);
  const now = keepStanding(ctx, entry, standing);
  return now.status === "cancelled" ? null : now;
}

/**
 * Keeps what a look-up has found, unless something happened to the appointment since it was asked for.
 *
 * @param entry as it was read before the look-up
 * @returns the appointment as it is kept now
 */
export function keepStanding(ctx: SkillContext, entry: Appointment, standing: Standing): Appointment {
  if (standing.state === "gone") {
    return changeAppointment(ctx, entry, { ...entry, status: "cancelled" });
  }
  return standing.held === null
    ? (currentEntry(ctx, entry) ?? entry)
    : changeAppointment(ctx, entry, asHeld(entry, standing.held));
}

/** The stored appointment with the time, the staff member and the services Altegio holds now. */
export function asHeld(stored: Appointment, held: HeldAppointment): Appointment {
  const unmoved = stored.datetime.slice(0, 16) === `${held.date}T${held.time}`;
  const sameServices = held.serviceIds.length === 0 || idsKey(held.serviceIds) === serviceKey(stored);
  return {
    ...stored,
    services: sameServices
      ? stored.services
      : held.serviceIds.map((id, index) => ({ id, name: held.serviceNames[index] ?? "" })),
    datetime: unmoved ? stored.datetime : `${held.date}T${held.time}:00`,
    staff: held.staffName === "" ? stored.staff : shownStaff(stored.staff, held.staffId, held.staffName),
    seconds: held.seconds > 0 ? held.seconds : stored.seconds,
  };
}
