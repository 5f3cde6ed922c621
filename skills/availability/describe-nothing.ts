/** Answers that there is nothing free on a day or in a span: the true reason, and what is free instead. */
import { addDays } from "#sdk";
import type { SkillContext } from "#sdk";
import { expireCatalog } from "../domain/catalog-age.ts";
import type { Span } from "../domain/span.ts";
import { anyStaffId } from "../domain/visit.ts";
import {
  datesAround,
  freeDates,
  freeTimes,
  nearestOf,
  searchDays,
  whetherOffered,
} from "../lookups/free-times.ts";
import { speakDay, speakList } from "../text/speak-date.ts";
import { lookUpFailed } from "../wording/problem-text.ts";
import type { Enquiry } from "./enquiry.ts";
import { nameTimes } from "./name-times.ts";
import { fewTimes, nearestOffer, offerEnd } from "./offer-text.ts";
import { whyNothing } from "./why-nothing.ts";

/**
 * The reason, the times of other members where one was asked for, and the nearest times.
 *
 * @param span the day or span in which nothing is free; not in the past
 */
export async function describeNothing(ctx: SkillContext, enquiry: Enquiry, span: Span): Promise<string> {
  const { plan, clock } = enquiry;
  const search = { visit: plan.visit, clock, among: enquiry.among };
  const around = await datesAround(ctx, search, span.to);
  const others = await describeOthers(ctx, enquiry, span);
  const apart =
    enquiry.apart === ""
      ? ""
      : ` Offer also separate visits after one another with different people: ${enquiry.apart}.`;
  const beginning = `${whyNothing(enquiry, span, around)}${apart}${others}`;
  const nearest = await nearestOf(ctx, search, span, around);
  if (nearest.problem !== "none") {
    return `${beginning} ${lookUpFailed(nearest.problem, "Other dates")}`;
  }
  if (nearest.slots.length > 0) {
    const who = plan.staffName === "" ? "" : ` These are with ${plan.staffName}.`;
    return `${beginning} ${nearestOffer(enquiry, nearest)}${who} ${offerEnd(enquiry)}`;
  }
  const visit = plan.staffName === "" ? { ...plan.visit, staffId: anyStaffId } : plan.visit;
  const isOffered = (await whetherOffered(ctx, visit)) !== "no";
  if (!isOffered) {
    expireCatalog(ctx);
  }
  return isOffered
    ? `${beginning} There is nothing free until ${speakDay(addDays(span.to, searchDays), clock.today)} either. Tell the caller and offer another service, another staff member or to pass the request to the team.`
    : `${nobodyOffers(enquiry)} Tell the caller and ask whether another service or staff member would suit them.`;
}

/** What other members have free on a day or in a span in which the one asked for has nothing; "" when nothing. */
async function describeOthers(ctx: SkillContext, enquiry: Enquiry, span: Span): Promise<string> {
  const { plan, clock } = enquiry;
  if (plan.staffName === "" || plan.isOnly) {
    return "";
  }
  const search = { visit: { ...plan.visit, staffId: anyStaffId }, clock };
  let date = span.from;
  if (span.from !== span.to) {
    const found = await freeDates(ctx, search, span);
    date = found.dates[0] ?? "";
  }
  if (date === "") {
    return "";
  }
  const times = await freeTimes(ctx, search, date);
  const team = enquiry.team.filter((member) => member.id !== plan.visit.staffId);
  const named = nameTimes(fewTimes(enquiry, times.slots).slice(0, 3), times.slots, team);
  const when = span.from === span.to ? " that day is free" : ` is free, on ${speakDay(date, clock.today)}`;
  return times.slots.length > 0 ? ` With another staff member${when}: ${named}.` : "";
}

/** The true reason when nobody, or not the member asked for, takes online bookings for the services. */
function nobodyOffers(enquiry: Enquiry): string {
  const { staffName, serviceNames } = enquiry.plan;
  const who = staffName === "" ? "Nobody on the staff takes" : `${staffName} does not take`;
  return `${who} online bookings for ${speakList(serviceNames)} at the moment.`;
}
