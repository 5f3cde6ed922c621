/** Looks for an appointment in Altegio that is like one the agent has submitted, or is about to. */
import { asList } from "#sdk";
import type { SkillContext } from "#sdk";
import { readHeldAppointments } from "../altegio/read-records.ts";
import { dayRecordsRequest, recordsPageSize } from "../altegio/record-requests.ts";
import { idsKey, serviceKey } from "../domain/appointment.ts";
import type { Appointment } from "../domain/appointment.ts";
import type { HeldAppointment } from "../domain/held-appointment.ts";
import { readLocationFacts } from "../domain/location-facts.ts";
import { readAppointments } from "../domain/own-appointments.ts";
import { isKeptBack, isSamePhone } from "../domain/phone.ts";
import { anyStaffId } from "../domain/visit.ts";
import { isSamePerson } from "../matching/same-person.ts";
import { look } from "./ask.ts";

/**
 * What the look-up found. `perhaps`: one under this number, on a card in another name, or one of this name whose number is
 * kept back; `unknown`: no dependable answer came, or not everything could be compared.
 */
export interface Likeness {
  readonly state: "found" | "none" | "perhaps" | "unknown";
  readonly held: HeldAppointment | null;
}

/**
 * Looks through the day's appointments for one of the same start, services and phone that is not in the caller's
 * list. Needs the user token. An appointment whose phone is kept back proves nothing either way.
 */
export async function findHeldAlike(ctx: SkillContext, entry: Appointment): Promise<Likeness> {
  const date = entry.datetime.slice(0, 10);
  const member = entry.staff.id === anyStaffId ? "" : entry.staff.id;
  const answer = await look(ctx, dayRecordsRequest(entry.location_id, date, member), "looking a booking up");
  if (!answer.ok || !Array.isArray(answer.data)) {
    return { state: "unknown", held: null };
  }
  const time = entry.datetime.slice(11, 16);
  const key = serviceKey(entry);
  const isCut = asList(answer.data).length >= recordsPageSize;
  const same = readHeldAppointments(answer.data).filter(
    (held) => !held.deleted && held.date === date && held.time === time && idsKey(held.serviceIds) === key,
  );
  if (same.length === 0) {
    return { state: isCut ? "unknown" : "none", held: null };
  }
  // One caller may have the same time for several people: what is known already is another's.
  const known = readAppointments(ctx).map((other) => other.record_id);
  const alike = same.filter((held) => !known.includes(held.id));
  const plan = readLocationFacts(ctx, entry.location_id).phone;
  const underPhone = alike.filter((item) => isSamePhone(item.clientPhone, entry.phone, plan));
  // A member has one appointment at a time; of those with several members one may be another's in the family.
  const found = underPhone.find((item) => member !== "" || isSamePerson(item.clientName, entry.full_name));
  if (found !== undefined) {
    return { state: "found", held: found };
  }
  const hidden = alike.filter((item) => isKeptBack(item.clientPhone));
  if (underPhone.length > 0 || hidden.some((item) => isSamePerson(item.clientName, entry.full_name))) {
    return { state: "perhaps", held: null };
  }
  // A number that is kept back, or a day too long for one page, leaves it open.
  const isOpen = isCut || hidden.length > 0;
  return { state: isOpen ? "unknown" : "none", held: null };
}
