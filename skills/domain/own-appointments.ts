/**
 * The appointments the agent made for a caller, kept with the caller's persona as a JSON list. Cancellation
 * and rescheduling act on this list only. While an answer is awaited another event may change it, so that every
 * change is made to the list as it is then, never to a list read before.
 */
import { asList, asNumber, asText, isDate, parseJson, plainTime, property } from "#sdk";
import type { SkillContext } from "#sdk";
import { isSameEntry, isUnchanged } from "./appointment.ts";
import type { Appointment } from "./appointment.ts";
import { minutesAt } from "./clock.ts";
import type { Desk } from "./desk.ts";

const field = "altegio_appointments";

/** The oldest entries give way beyond this many. */
const mostKept = 50;

/** An answer that has not come after so many minutes does not come any more. */
const mostMinutes = 3;

/**
 * The caller's appointments, oldest first; empty when there are none or the stored text is damaged. One that was
 * submitted some minutes ago and got no answer is given as unconfirmed.
 */
export function readAppointments(ctx: SkillContext): readonly Appointment[] {
  return readKept(ctx).entries;
}

/** The list, and the moment at which it was read, ISO 8601 in UTC; "" where nothing depended on it. */
interface Kept {
  readonly entries: readonly Appointment[];
  readonly now: string;
}

function readKept(ctx: SkillContext): Kept {
  const stored = ctx.getPersonaAttribute(field);
  const moment = stored.includes("submitting") ? ctx.getDateTime("UTC") : "";
  const now = minutesAt(moment);
  const entries = asList(parseJson(stored).value).map((item, index) => {
    const status = asText(property(item, "status"));
    const writtenAt = asText(property(item, "written_at"));
    const isOverdue = status === "submitting" && now - minutesAt(writtenAt) >= mostMinutes;
    const services = asList(property(item, "services"));
    const staff = property(item, "staff");
    return {
      number: asNumber(property(item, "number"), index + 1),
      record_id: asText(property(item, "record_id")),
      record_hash: asText(property(item, "record_hash")),
      location_id: asText(property(item, "location_id")),
      services: services.map((service) => ({
        id: asText(property(service, "id")),
        name: asText(property(service, "name")),
      })),
      staff: { id: asText(property(staff, "id")), name: asText(property(staff, "name")) },
      datetime: asText(property(item, "datetime")),
      phone: asText(property(item, "phone")),
      full_name: asText(property(item, "full_name")),
      status: isOverdue ? "unconfirmed" : status,
      seconds: asNumber(property(item, "seconds"), 0),
      written_at: writtenAt,
    };
  });
  return { entries, now: moment };
}

/**
 * Adds an appointment that is about to be submitted; gives it with its number.
 *
 * @param entries the list, as it was read since the last answer
 */
export function addAppointment(
  ctx: SkillContext,
  entries: readonly Appointment[],
  appointment: Appointment,
): Appointment {
  const last = entries.reduce((most, entry) => Math.max(most, entry.number), 0);
  const added = { ...appointment, number: last + 1 };
  write(ctx, { entries, now: "" }, added);
  return added;
}

/** The entry as it is now; null when it was dropped. */
export function currentEntry(ctx: SkillContext, known: Appointment): Appointment | null {
  return readAppointments(ctx).find((entry) => isSameEntry(entry, known)) ?? null;
}

/**
 * Changes an entry, unless something happened to it since it was read: what is known newer stays.
 *
 * @param known the entry as it was read
 * @param next what it is to become
 * @returns the entry as it is kept then
 */
export function changeAppointment(ctx: SkillContext, known: Appointment, next: Appointment): Appointment {
  const kept = readKept(ctx);
  const now = kept.entries.find((entry) => isSameEntry(entry, known));
  if (now !== undefined && !isUnchanged(known, now)) {
    return now;
  }
  // Most look-ups find what is known.
  if (now === undefined || JSON.stringify(now) !== JSON.stringify(next)) {
    write(ctx, kept, next);
  }
  return next;
}

/** Keeps an appointment as Altegio has it, whatever was known of it before. */
export function keepAppointment(ctx: SkillContext, appointment: Appointment): void {
  write(ctx, readKept(ctx), appointment);
}

/** Marks an appointment as cancelled, whatever else has happened to it; gives it as it is kept then. */
export function markCancelled(ctx: SkillContext, known: Appointment): Appointment {
  const kept = readKept(ctx);
  const now = kept.entries.find((entry) => isSameEntry(entry, known)) ?? known;
  const cancelled = { ...now, status: "cancelled" };
  write(ctx, kept, cancelled);
  return cancelled;
}

/** Removes the entry of an appointment that was never made, unless something happened to it since it was read. */
export function dropAppointment(ctx: SkillContext, known: Appointment): void {
  const kept = readAppointments(ctx).filter(
    (entry) => !isSameEntry(entry, known) || !isUnchanged(known, entry),
  );
  ctx.setPersonaAttribute(field, JSON.stringify(kept));
}

/**
 * The caller's appointments at a location whose start is ahead, cancelled ones included but none that was given up, in
 * the order they were made. Cancelled ones keep their place so that a choice made by number means the same appointment
 * when it is heard twice.
 */
export function upcomingAppointments(ctx: SkillContext, desk: Desk): readonly Appointment[] {
  return upcomingOf(readAppointments(ctx), desk);
}

/** Those of a list that was just read, as `upcomingAppointments` gives them. */
export function upcomingOf(
  appointments: readonly Appointment[],
  { locationId, clock }: Desk,
): readonly Appointment[] {
  const now = `${clock.today}T${clock.now}`;
  return appointments.filter(
    (entry) =>
      entry.location_id === locationId &&
      entry.status !== "given_up" &&
      isDate(entry.datetime.slice(0, 10)) &&
      plainTime(entry.datetime.slice(11, 16)) !== "" &&
      entry.datetime.slice(0, 16) > now,
  );
}

/** Writes the list with an appointment in the place of its entry, or at the end; a record is in it once. */
function write(ctx: SkillContext, { entries, now }: Kept, appointment: Appointment): void {
  const next = { ...appointment, written_at: now !== "" ? now : ctx.getDateTime("UTC") };
  const list: Appointment[] = [];
  let isPlaced = false;
  for (const entry of entries) {
    if (!isSameEntry(entry, next)) {
      list.push(entry);
    } else if (!isPlaced) {
      list.push(next);
      isPlaced = true;
    }
  }
  if (!isPlaced) {
    list.push(next);
  }
  ctx.setPersonaAttribute(field, JSON.stringify(list.slice(-mostKept)));
}
