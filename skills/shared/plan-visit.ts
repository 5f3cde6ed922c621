/** Turns the services and the staff member a caller named into a visit that can be looked up and booked. */
import { anyStaffId } from "../altegio/slot-requests.ts";
import type { Visit } from "../altegio/slot-requests.ts";
import type { Catalog, Service, StaffMember } from "./catalog.ts";
import { matchName } from "./match-name.ts";
import type { NameMatch } from "./match-name.ts";
import { speakList } from "./speak-date.ts";
import { whenAskedText } from "./when-asked.ts";

/** A visit, or what to ask the caller before there can be one (`question`, "" when nothing). */
export interface VisitPlan {
  readonly question: string;
  readonly visit: Visit;
  /** Catalogue names, in the order they were named. */
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
 * not do the service. The only service of a location need not be named.
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
    );
  }
  if (services.length === 0 && catalog.services.length > 1) {
    return question(locationId, "Ask the caller which service they would like.");
  }
  const categories = catalog.services.map((service) => service.category);
  let chosen: readonly Service[] = services.length === 0 ? [only] : [];
  for (const wanted of services) {
    const match = matchName(wanted, catalog.services, categories);
    const service = catalog.services.find((item) => item.id === match.ids[0]);
    if (match.kind !== "one" || service === undefined) {
      return question(locationId, askWhich(match, wanted, "service"));
    }
    chosen = chosen.some((item) => item.id === service.id) ? chosen : [...chosen, service];
  }
  const names = chosen.map((service) => service.label);
  const able = ableStaff(catalog, chosen);
  if (catalog.linksKnown && able.length === 0) {
    return question(locationId, nobodyText(names));
  }
  const serviceIds = chosen.map((service) => service.id);
  const currency = catalog.location.currency;
  const prepaid = chosen.some((service) => service.prepaid);
  if (meansAnybody(staff)) {
    return {
      question: "",
      visit: { locationId, serviceIds, staffId: anyStaffId },
      serviceNames: names,
      staffName: "",
      subject: speakList(names),
      prepaid,
      whenAsked: whenAskedText(chosen, currency, catalog.linksKnown ? able.map((item) => item.name) : []),
      isOnly: catalog.linksKnown && able.length === 1,
    };
  }
  const trades = catalog.staff.map((item) => item.specialization);
  const match = matchName(staff, catalog.staff, trades);
  const member = catalog.staff.find((item) => item.id === match.ids[0]);
  if (match.kind !== "one" || member === undefined) {
    return question(locationId, askWhich(match, staff, "staff member"));
  }
  if (catalog.linksKnown && !able.some((item) => item.id === member.id)) {
    const others = speakList(able.slice(0, 5).map((item) => item.name));
    return question(
      locationId,
      `${member.name} does not do ${speakList(names)}. This can be done by: ${others}. Tell the caller and ask whether someone else would suit them.`,
    );
  }
  return {
    question: "",
    visit: { locationId, serviceIds, staffId: member.id },
    serviceNames: names,
    staffName: member.name,
    subject: `${speakList(names)} with ${member.name}`,
    prepaid,
    whenAsked: whenAskedText(chosen, currency, []),
    isOnly: catalog.linksKnown && able.length === 1,
  };
}

/** True for the ways to say that any member of the staff will do. */
function meansAnybody(staff: string): boolean {
  return ["", "0", "any", "anyone", "anybody", "whoever", "no preference", "doesn't matter"].includes(
    staff.trim().toLowerCase(),
  );
}

/** The members who do all of the services; everybody while that is not known. */
function ableStaff(catalog: Catalog, services: readonly Service[]): readonly StaffMember[] {
  return catalog.linksKnown
    ? catalog.staff.filter((member) => services.every((service) => member.services.includes(service.id)))
    : catalog.staff;
}

function nobodyText(names: readonly string[]): string {
  return names.length === 1
    ? `Nobody on the staff takes online bookings for ${speakList(names)} at the moment. Tell the caller and ask whether another service would suit them.`
    : `No single staff member does ${speakList(names)}, so they cannot be one visit. Ask the caller whether to book them separately, and with which to begin.`;
}

function askWhich(match: NameMatch, wanted: string, what: string): string {
  if (match.kind === "several") {
    return `Several entries fit "${wanted}": ${speakList(match.labels.slice(0, 6), "or")}. Ask the caller which ${what} they mean.`;
  }
  const nearest = match.labels.length > 0 ? ` The nearest is: ${speakList(match.labels, "or")}.` : "";
  return `There is no ${what} called "${wanted}" that can be booked.${nearest} Tell the caller and ask which ${what} they would like.`;
}

function question(locationId: string, text: string): VisitPlan {
  return {
    question: text,
    visit: { locationId, serviceIds: [], staffId: anyStaffId },
    serviceNames: [],
    staffName: "",
    subject: "",
    prepaid: false,
    whenAsked: "",
    isOnly: false,
  };
}
