/** Turns the services and the staff member a caller named into a visit that can be looked up and booked. */
import type { Catalog, Service, StaffMember } from "../domain/catalog.ts";
import { anyStaffId } from "../domain/visit.ts";
import type { Visit } from "../domain/visit.ts";
import { speakList } from "../text/speak-date.ts";
import { whenAskedText } from "../wording/when-asked.ts";
import { meansAnybody } from "./anybody.ts";
import { chooseServices } from "./choose-services.ts";
import { separately } from "./separately.ts";
import { chooseStaff } from "./choose-staff.ts";

/** A visit, or what to ask the caller before there can be one (`question`, "" when nothing). */
export interface VisitPlan {
  readonly question: string;
  /** It is asked because the catalogue has no service or member of that name, or nobody who does it. */
  readonly isUnknown: boolean;
  /** With a question it has services only where nobody, or not the member who was named, does them. */
  readonly visit: Visit;
  /** Catalogue names of what is booked, in the order of the visit's ids. */
  readonly serviceNames: readonly string[];
  /** "" for anybody. */
  readonly staffName: string;
  /** What it is about, as in "Haircut with James". */
  readonly subject: string;
  /** One of the services is marked as paid in advance. */
  readonly prepaid: boolean;
  /** A sentence with duration, price and staff for when the caller asks; "" when nothing is known. */
  readonly whenAsked: string;
  /** Nobody else does the services, as far as is known. */
  readonly isOnly: boolean;
}

/**
 * Matches names with the catalogue. Asks back when a name fits several entries, none, or a member who does
 * not do the service, and when a service is wanted twice. The only service of a location need not be named.
 *
 * @param services what the caller called them; titles or ids
 * @param staff what the caller called the member, an id, or "" for anybody
 */
export function planVisit(catalog: Catalog, services: readonly string[], staff: string): VisitPlan {
  const locationId = catalog.location.id;
  const only = catalog.services[0];
  if (only === undefined) {
    return question(
      locationId,
      "No service can be booked online at the moment. Tell the caller and offer to pass the request to the team.",
      true,
    );
  }
  if (services.length === 0 && catalog.services.length > 1) {
    return question(locationId, "Ask the caller which service they would like.");
  }
  const choice = chooseServices(catalog.services, services.length === 0 ? [only.id] : services);
  if (choice.question !== "") {
    return question(locationId, choice.question, choice.isUnknown);
  }
  const chosen = choice.ids.flatMap((id) => catalog.services.filter((service) => service.id === id));
  const names = chosen.map((service) => service.label);
  const able = ableStaff(catalog, chosen);
  // A composite service is booked by its parts, one after the other in one visit.
  const booked = chosen.flatMap((service) =>
    (service.parts.length > 0 ? service.parts : [service.id]).map((id) => ({ id, whole: service.label })),
  );
  const serviceIds = booked.map((part) => part.id);
  if (catalog.linksKnown && able.length === 0) {
    return denial({ locationId, serviceIds, staffId: anyStaffId }, nobodyText(catalog.staff, chosen));
  }
  const serviceNames = booked.map(
    (part) => catalog.services.find((service) => service.id === part.id)?.label ?? part.whole,
  );
  const currency = catalog.location.currency;
  const prepaid = chosen.some((service) => service.prepaid);
  // Somebody may be called what else leaves the choice open, as Nil is.
  if (meansAnybody(staff) && !catalog.staff.some((member) => member.name === staff)) {
    return {
      question: "",
      isUnknown: false,
      visit: { locationId, serviceIds, staffId: anyStaffId },
      serviceNames,
      staffName: "",
      subject: speakList(names),
      prepaid,
      whenAsked: whenAskedText(chosen, currency, catalog.linksKnown ? able : [], true),
      isOnly: catalog.linksKnown && able.length === 1,
    };
  }
  const wanted = chosen.map((service) => ({ id: service.id, name: service.label }));
  const who = chooseStaff(catalog.staff, able, staff, wanted);
  const member = catalog.staff.find((item) => item.id === who.id);
  if (member === undefined) {
    return who.deniedId === ""
      ? question(locationId, who.question, who.isUnknown)
      : denial({ locationId, serviceIds, staffId: who.deniedId }, who.question);
  }
  return {
    question: "",
    isUnknown: false,
    visit: { locationId, serviceIds, staffId: member.id },
    serviceNames,
    staffName: member.label,
    subject: `${speakList(names)} with ${member.label}`,
    prepaid,
    whenAsked: whenAskedText(chosen, currency, [member], false),
    isOnly: catalog.linksKnown && able.length === 1,
  };
}

/** The members who do all of the services; everybody while that is not known. */
function ableStaff(catalog: Catalog, services: readonly Service[]): readonly StaffMember[] {
  return catalog.linksKnown
    ? catalog.staff.filter((member) =>
        services.every(
          (service) =>
            member.services.includes(service.id) ||
            (service.parts.length > 0 && service.parts.every((part) => member.services.includes(part))),
        ),
      )
    : catalog.staff;
}

function nobodyText(staff: readonly StaffMember[], services: readonly Service[]): string {
  const names = speakList(services.map((service) => service.label));
  if (services.length === 1) {
    return `Nobody on the staff takes online bookings for ${names} at the moment. Tell the caller and ask whether another service would suit them.`;
  }
  const each = separately(staff, services);
  return `No single staff member does ${names}, so they cannot be one visit.${each === "" ? "" : ` ${each}.`} Ask the caller whether separate visits after one another with different people would suit, and with which to begin.`;
}

/** What is told where the catalogue has nobody for the visit, or not the member who was named. */
function denial(visit: Visit, text: string): VisitPlan {
  return { ...question(visit.locationId, text, true), visit };
}

function question(locationId: string, text: string, isUnknown = false): VisitPlan {
  return {
    question: text,
    isUnknown,
    visit: { locationId, serviceIds: [], staffId: anyStaffId },
    serviceNames: [],
    staffName: "",
    subject: "",
    prepaid: false,
    whenAsked: "",
    isOnly: false,
  };
}
