/**
 * Decides whether wanted appointments can be booked online, and with whom
 * (docs/altegio-api.md, "Refusal codes").
 */
import { freeSlots } from "./availability.ts";
import type { WantedAppointment } from "./booking-request.ts";
import { bookableStaff, demandParts, linksTo, onlineServices, visitSeconds } from "./catalogue.ts";
import { bookingRefused, type BookingProblem } from "./errors.ts";
import type { LocationData, StaffData } from "./salon-data.ts";
import { spoken } from "./time-format.ts";
import type { World } from "./world.ts";
import { wallAt } from "./zone-time.ts";

/** A wanted appointment that can be booked: who takes it and how many seconds it lasts. */
export interface PlannedVisit {
  readonly wanted: WantedAppointment;
  readonly staff: StaffData;
  readonly seconds: number;
}

/**
 * Checks all wanted appointments of one request together and gives a plan for all or none.
 *
 * Throws 422 with one problem per refused element: 422 no services, 438 service not offered (also: not by
 * this team member), 433 taken or not working, 436 nobody free (staff 0), 437 overlap with an earlier
 * element. Nothing is reserved.
 */
export function planVisits(
  world: World,
  location: LocationData,
  wanted: readonly WantedAppointment[],
): readonly PlannedVisit[] {
  const plan: PlannedVisit[] = [];
  const problems: BookingProblem[] = [];
  for (const one of wanted) {
    demandParts(location, one.serviceIds);
    const outcome = planOne(world, location, one);
    if (!("staff" in outcome)) {
      problems.push(outcome);
    } else if (plan.some((earlier) => overlap(earlier, outcome))) {
      const message = `Team Member ${outcome.staff.name}. Intersection with previous visit.`;
      problems.push({ id: one.id, code: 437, message });
    } else {
      plan.push(outcome);
    }
  }
  if (problems.length > 0) {
    throw bookingRefused(problems);
  }
  return plan;
}

function planOne(
  world: World,
  location: LocationData,
  wanted: WantedAppointment,
): PlannedVisit | BookingProblem {
  const { id, serviceIds, staffId, start } = wanted;
  if (serviceIds.length === 0) {
    return { id, code: 422, message: "No services or promotions set" };
  }
  const offered = onlineServices(location);
  const staff = location.staff.find((person) => person.id === staffId) ?? null;
  const people = bookableStaff(location).filter((person) => staffId === 0 || person.id === staffId);
  const allOffered = serviceIds.every((wanted) => offered.some((service) => service.id === wanted));
  const nobodyLinked = people.length > 0 && people.every((person) => linksTo(person, serviceIds) === null);
  if (!allOffered || nobodyLinked) {
    return { id, code: 438, message: "There is no appointment for the specified service/promotion" };
  }
  const { date } = wallAt(location.zone, start);
  const any = staffId === 0;
  const slots = !any && staff === null ? [] : freeSlots(world, location, { staff, serviceIds, date });
  const slot = slots.find((candidate) => candidate.start === start);
  if (slot !== undefined) {
    return { wanted, staff: slot.staff, seconds: slot.seconds };
  }
  return any
    ? { id, code: 436, message: "No team members available for enrollment" }
    : { id, code: 433, message: takenText(location, staff, wanted) };
}

// The documented text (docs/altegio-api.md, "Checking a visit").
function takenText(location: LocationData, staff: StaffData | null, wanted: WantedAppointment): string {
  const who = `Team Member ${staff?.name ?? ""} (${wanted.staffId})`;
  const when = spoken(location.zone, wanted.start);
  return `${who} cannot be booked on ${when}. The selected time is already taken or is not working.`;
}

function overlap(one: PlannedVisit, other: PlannedVisit): boolean {
  const endOfOne = one.wanted.start + one.seconds * 1000;
  const endOfOther = other.wanted.start + other.seconds * 1000;
  return one.wanted.start < endOfOther && other.wanted.start < endOfOne;
}

/**
 * True when a record may be moved online to `start`; its own slot does not block it
 * (docs/altegio-api.md, "An appointment in its own way").
 */
export function canMoveTo(
  world: World,
  location: LocationData,
  record: { readonly id: number; readonly staffId: number; readonly serviceIds: readonly number[] },
  start: number,
): boolean {
  const staff = location.staff.find((person) => person.id === record.staffId);
  if (staff === undefined || visitSeconds(staff, record.serviceIds) === null) {
    return false;
  }
  const { date } = wallAt(location.zone, start);
  const query = { staff, serviceIds: record.serviceIds, date, ignoreId: record.id };
  return freeSlots(world, location, query).some((slot) => slot.start === start);
}
