/** Everything an answer about free times is made from, all of it settled before the first request. */
import { bookingEnabled } from "../../attributes/index.ts";
import type { SkillContext } from "#sdk";
import type { Appointment } from "../domain/appointment.ts";
import type { Catalog } from "../domain/catalog.ts";
import type { Clock } from "../domain/clock.ts";
import { readSwitch } from "../domain/settings.ts";
import { termsWith } from "../domain/terms.ts";
import { anyStaffId } from "../domain/visit.ts";
import { speakList } from "../text/speak-date.ts";
import { separately } from "../matching/separately.ts";
import type { VisitPlan } from "../matching/plan-visit.ts";
import type { AvailabilityWish } from "./availability-wish.ts";

/** Among more members, a time is not searched for a name: too many of them take equally long. */
const mostNamed = 8;

/** A member who does all of the services. */
export interface AbleMember {
  readonly id: string;
  readonly name: string;
  /** How long the visit takes with them, in seconds; 0 when not known. */
  readonly seconds: number;
}

/** What is asked, by what is known. */
export interface Enquiry {
  readonly plan: VisitPlan;
  readonly wish: AvailabilityWish;
  readonly clock: Clock;
  /** How long the visit takes, in seconds, where a free time does not say; 0 when not known. */
  readonly seconds: number;
  /** Who may do it; empty while that is not known, and when it is too many to be named. */
  readonly team: readonly AbleMember[];
  /** Ids of those whose free times are asked for one by one, because any of them will do; empty otherwise. */
  readonly among: readonly string[];
  /** The one whose free times are asked for, "" for those of several. */
  readonly only: string;
  /** Everybody of the location does it, so that the location's working days are also theirs. */
  readonly byEverybody: boolean;
  /** The appointment that is to be moved; null when it is about none. */
  readonly own: Appointment | null;
  /** Who else does each of several services that only one member does together; "" where that is no way out. */
  readonly apart: string;
  /** Appointments can be booked here at present. */
  readonly canBook: boolean;
}

/**
 * Puts an enquiry together. Where only one member does the services, that member's times are asked for, because
 * those of anybody come with the working days of others.
 *
 * @param catalog with those members only who will do
 * @param among ids of several of them, where the caller has made a choice
 */
export function enquiryOf(
  ctx: SkillContext,
  catalog: Catalog,
  { plan, wish, clock, among, own }: Pick<Enquiry, "plan" | "wish" | "clock" | "among" | "own">,
): Enquiry {
  const services = plan.visit.serviceIds.flatMap((id) => catalog.services.filter((item) => item.id === id));
  const able = catalog.staff.filter(
    (member) => among.length > 0 || plan.visit.serviceIds.every((id) => member.services.includes(id)),
  );
  const team = (able.length > mostNamed ? [] : able).map((member) => {
    const lengths = services.map((service) => termsWith(service, member).seconds);
    const seconds = lengths.includes(0) ? 0 : lengths.reduce((sum, length) => sum + length, 0);
    return { id: member.id, name: member.label, seconds };
  });
  const sole =
    catalog.linksKnown && plan.visit.staffId === anyStaffId && team.length === 1 ? team[0] : undefined;
  const names = able.map((member) => member.label);
  const open =
    among.length === 0 ? plan : { ...plan, subject: `${plan.subject} with ${speakList(names, "or")}` };
  return {
    plan: sole === undefined ? open : { ...plan, visit: { ...plan.visit, staffId: sole.id } },
    wish,
    clock,
    among,
    own,
    seconds: services.reduce((sum, service) => sum + service.seconds, 0),
    team: catalog.linksKnown || among.length > 0 ? team : [],
    only: sole === undefined ? plan.staffName : sole.name,
    apart:
      sole === undefined || services.length < 2
        ? ""
        : separately(
            catalog.staff.filter((member) => member.id !== sole.id),
            services,
          ),
    byEverybody: catalog.linksKnown && able.length === catalog.staff.length,
    canBook: readSwitch(ctx, bookingEnabled),
  };
}
