/** Finds out whether a booking that got no dependable answer was made after all. */
import { asList } from "#sdk";
import type { SkillContext } from "#sdk";
import { readHeldAppointments } from "../altegio/read-records.ts";
import { dayRecordsRequest, recordsPageSize } from "../altegio/record-requests.ts";
import { idsKey, serviceKey } from "../domain/appointment.ts";
import type { Appointment } from "../domain/appointment.ts";
import { readLocationFacts } from "../domain/location-facts.ts";
import { readAppointments, storeAppointment } from "../domain/own-appointments.ts";
import { isKeptBack, isSamePhone } from "../domain/phone.ts";
import { anyStaffId } from "../domain/visit.ts";
import { look } from "./ask.ts";

/** What became of a booking. `made`: `entry` now has its record; `unknown`: no dependable answer came. */
export interface Reconciliation {
  readonly state: "made" | "none" | "unknown";
  readonly entry: Appointment;
}

/**
 * Looks through the day's appointments for one of the same start, services and phone, and keeps its id when
 * there is one. Needs the user token. An appointment whose phone is kept back proves nothing either way.
 *
 * @param entry an entry without a record
 */
export async function reconcile(ctx: SkillContext, entry: Appointment): Promise<Reconciliation> {
  const date = entry.datetime.slice(0, 10);
  const member = entry.staff.id === anyStaffId ? "" : entry.staff.id;
  const answer = await look(ctx, dayRecordsRequest(entry.location_id, date, member), "looking a booking up");
  if (!answer.ok || !Array.isArray(answer.data)) {
    return { state: "unknown", entry };
  }
  const time = entry.datetime.slice(11, 16);
  const key = serviceKey(entry);
  // One caller may have the same time for several people: what is known already is another's.
  const known = readAppointments(ctx).map((other) => other.record_id);
  const alike = readHeldAppointments(answer.data).filter(
    (held) =>
      !held.deleted &&
      !known.includes(held.id) &&
      held.date === date &&
      held.time === time &&
      idsKey(held.serviceIds) === key,
  );
  const plan = readLocationFacts(ctx, entry.location_id).phone;
  const held = alike.find((item) => isSamePhone(item.clientPhone, entry.phone, plan));
  if (held === undefined) {
    // A number that is kept back, or a day too long for one page, leaves it open.
    const open =
      asList(answer.data).length >= recordsPageSize || alike.some((item) => isKeptBack(item.clientPhone));
    return { state: open ? "unknown" : "none", entry };
  }
  const made = {
    ...entry,
    record_id: held.id,
    record_hash: "",
    staff: held.staffId === "" ? entry.staff : { id: held.staffId, name: held.staffName },
    status: "booked",
  };
  storeAppointment(ctx, made);
  return { state: "made", entry: made };
}
