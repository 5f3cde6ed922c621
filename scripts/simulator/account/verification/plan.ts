/** What is asked for, booked and moved: a service, a member and a day with two free times. */
import { datesRequest, timesRequest } from "../../../../skills/altegio/slot-requests.ts";
import { readDateLists, readTimes } from "../../../../skills/altegio/read-slots.ts";
import type { Catalog, Service, StaffMember } from "../../../../skills/domain/catalog.ts";
import type { asker } from "../ask.ts";

/** A day on which it can all be tried. */
export interface Plan {
  readonly service: Service;
  readonly member: StaffMember;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** All free times of that member on that day, `HH:MM`, in order; at least two. */
  readonly times: readonly string[];
}

/** How many pairs of service and member are asked about. */
const mostTried = 12;

/** Days ahead that are looked at first: nobody is kept from coming soon, and no location forbids cancelling by then. */
const firstDays: readonly [from: number, to: number] = [7, 28];

/** Days ahead that are looked at otherwise. */
const otherDays: readonly [from: number, to: number] = [1, 60];

/**
 * The first that is found; the reason why there is none.
 *
 * @param wanted names of a service and of a member; "" for any
 * @param today `YYYY-MM-DD` at the location
 */
export async function planVisit(
  catalog: Catalog,
  wanted: { readonly service: string; readonly staff: string },
  today: string,
  ask: ReturnType<typeof asker>,
): Promise<Plan | string> {
  const pairs = pairsOf(catalog, wanted);
  if (pairs.length === 0) {
    return `Altegio offers online no service${named(wanted.service)} with anybody${named(wanted.staff)} that is paid on the spot. Name others with --service and --staff.`;
  }
  for (const [from, to] of [firstDays, otherDays]) {
    for (const { service, member } of pairs.slice(0, mostTried)) {
      const visit = { locationId: catalog.location.id, serviceIds: [service.id], staffId: member.id };
      const dates = await ask(datesRequest(visit, dayAfter(today, from), dayAfter(today, to)));
      for (const date of readDateLists(dates.data).free.slice(0, 2)) {
        const slots = readTimes((await ask(timesRequest(visit, date))).data, date);
        if (slots.length > 1) {
          return { service, member, date, times: slots.map(({ time }) => time) };
        }
      }
    }
  }
  return "No day of the next weeks has two free times of one service and one member of the staff. Name others with --service and --staff, or free some time in Altegio.";
}

/** `2026-10-20` in a zone; in UTC where the location names none. */
export function todayIn(zone: string, now: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone === "" ? "UTC" : zone }).format(now);
}

function pairsOf(
  { services, staff, linksKnown }: Catalog,
  wanted: { readonly service: string; readonly staff: string },
): { readonly service: Service; readonly member: StaffMember }[] {
  return services
    .filter((service) => !service.prepaid && service.parts.length === 0 && isNamed(service, wanted.service))
    .flatMap((service) =>
      staff
        .filter((member) => isNamed(member, wanted.staff))
        .filter((member) => !linksKnown || member.services.includes(service.id))
        .map((member) => ({ service, member })),
    );
}

function isNamed(one: { readonly name: string; readonly label: string }, wanted: string): boolean {
  const [name, label, word] = [one.name, one.label, wanted].map((text) => text.trim().toLowerCase());
  return word === "" || name === word || label === word;
}

function named(wanted: string): string {
  return wanted === "" ? "" : ` called ${wanted}`;
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
