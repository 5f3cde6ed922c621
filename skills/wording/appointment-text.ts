/** The agent's own appointments that are still to come, and how they are spoken of. */
import type { SkillContext } from "#sdk";
import { isDate, plainTime } from "#sdk";
import type { Appointment } from "../domain/appointments.ts";
import { readAppointments } from "../domain/appointments.ts";
import type { Clock } from "../domain/clock.ts";
import { speakList, speakMoment } from "../text/speak-date.ts";

/**
 * The caller's appointments at a location whose start is ahead, cancelled ones included, in the order they
 * were made. Cancelled ones keep their place so that a choice made by number means the same appointment
 * when it is heard twice.
 */
export function upcomingAppointments(
  ctx: SkillContext,
  locationId: string,
  clock: Clock,
): readonly Appointment[] {
  const now = `${clock.today}T${clock.now}`;
  return readAppointments(ctx).filter(
    (entry) =>
      entry.location_id === locationId &&
      isDate(entry.datetime.slice(0, 10)) &&
      plainTime(entry.datetime.slice(11, 16)) !== "" &&
      entry.datetime.slice(0, 16) > now,
  );
}

/** An appointment as it is said: `Haircut with James on Tuesday, December 1 at 10:30`. */
export function appointmentText(entry: Appointment): string {
  const services = speakList(entry.services.map((service) => service.name));
  const who = entry.staff.name === "" ? "" : ` with ${entry.staff.name}`;
  const moment = speakMoment(entry.datetime.slice(0, 10), entry.datetime.slice(11, 16));
  return `${services === "" ? "Appointment" : services}${who} on ${moment}`;
}

/** The appointments as numbered lines for the language model; "" when there are none. */
export function numberedList(entries: readonly Appointment[]): string {
  return entries
    .map((entry, index) => {
      const mark =
        entry.status === "cancelled" ? " (cancelled)" : entry.status === "booked" ? "" : " (not confirmed)";
      return `${index + 1}. ${appointmentText(entry)}${mark}`;
    })
    .join("\n");
}
