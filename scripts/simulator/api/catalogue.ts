/** Who provides what: services, team members and the links between them, as Online Booking sees them. */
import { compositeRefused } from "./errors.ts";
import type { LocationData, ServiceData, StaffData, StaffLink } from "./salon-data.ts";

/** Team members that are listed at all: the dismissed and the hidden are not (docs/altegio-api.md, "Staff"). */
export function listedStaff(location: LocationData): readonly StaffData[] {
  return location.staff.filter((staff) => !staff.fired && !staff.hidden).sort(byWeight);
}

/** Team members a client can book, heaviest first: the order in which "any staff" is resolved. */
export function bookableStaff(location: LocationData): readonly StaffData[] {
  return listedStaff(location).filter((staff) => staff.bookable);
}

function byWeight(one: StaffData, other: StaffData): number {
  return other.weight - one.weight || one.id - other.id;
}

/** The links of a team member to every one of the services; null when one is missing. */
export function linksTo(staff: StaffData, serviceIds: readonly number[]): readonly StaffLink[] | null {
  const links = serviceIds.flatMap((id) => staff.links.filter((link) => link.serviceId === id));
  return links.length === serviceIds.length ? links : null;
}

/** Length of a visit in seconds with one team member; null when the person does not provide all services. */
export function visitSeconds(staff: StaffData, serviceIds: readonly number[]): number | null {
  return linksTo(staff, serviceIds)?.reduce((sum, link) => sum + link.seconds, 0) ?? null;
}

/** A service of a location. */
export function findService(location: LocationData, id: number): ServiceData | undefined {
  return location.services.find((service) => service.id === id);
}

/** Throws 404 where a composite service is asked for itself (docs/altegio-api.md, "Services"). */
export function demandParts(location: LocationData, serviceIds: readonly number[]): void {
  if (serviceIds.some((id) => findService(location, id)?.parts !== undefined)) {
    throw compositeRefused();
  }
}

/**
 * Services offered online: switched on and provided by somebody who can be booked
 * (docs/altegio-api.md, "Services").
 */
export function onlineServices(location: LocationData): readonly ServiceData[] {
  const staff = bookableStaff(location);
  return location.services
    .filter((service) => service.online && staff.some((person) => linksTo(person, [service.id]) !== null))
    .sort((one, other) => other.weight - one.weight || one.id - other.id);
}
