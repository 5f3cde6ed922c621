/** Answers a question about free times for a visit that is already settled. */
import type { SkillContext } from "../../module/sdk/index.ts";
import { anyStaffId } from "../altegio/slot-requests.ts";
import { addDays } from "../../module/sdk/calendar.ts";
import type { Clock } from "../shared/clock.ts";
import { spreadSlots } from "../shared/pick-slots.ts";
import type { VisitPlan } from "../shared/plan-visit.ts";
import { lookUpFailed } from "../shared/problem-text.ts";
import { speakDate, speakList } from "../shared/speak-date.ts";
import type { AvailabilityWish } from "./availability-wish.ts";
import { describeSpan } from "./describe-span.ts";
import { datesAround, freeTimes, isOffered, nearestOf, searchDays, soonestTimes } from "./free-times.ts";
import type { FreeDates } from "./free-times.ts";
import { dayOffer, nearestOffer, offerRule, speakTimes } from "./offer-text.ts";
import { whyNothing } from "./why-nothing.ts";

/** The subject of failed look-ups. */
export const freeTimesSubject = "The free times";

/**
 * The answer for the date or span of the wish: real free times, or the truth about why there are none and
 * the nearest ones. One request when the date is known and has free times.
 */
export async function describeAvailability(
  ctx: SkillContext,
  plan: VisitPlan,
  wish: AvailabilityWish,
  clock: Clock,
): Promise<string> {
  const asked = wish.date !== "" ? wish.date : wish.dateFrom === wish.dateTo ? wish.dateFrom : "";
  if (asked !== "" && asked < clock.today) {
    return `${speakDate(asked)} is in the past. Ask the caller which date they mean.`;
  }
  if (asked === "" && wish.dateTo !== "" && wish.dateTo < clock.today) {
    return "The dates asked for are in the past. Ask the caller which dates they mean.";
  }
  if (asked !== "") {
    return await describeDay(ctx, plan, wish, asked, clock);
  }
  const anyDate = wish.dateFrom === "" && wish.dateTo === "";
  const anyTime = wish.time === "" && wish.timeFrom === "" && wish.timeTo === "";
  if (anyDate && anyTime && plan.visit.staffId !== anyStaffId) {
    const soonest = await soonestTimes(ctx, plan.visit, clock);
    if (soonest.date !== "") {
      return dayOffer(plan, soonest, wish);
    }
  }
  const span = await describeSpan(ctx, plan, wish, clock);
  if (span.text !== "") {
    return span.text;
  }
  const none = `From ${speakDate(span.from)} to ${speakDate(span.to)} there is no free time for ${plan.subject}.`;
  const around = await datesAround(ctx, plan.visit, span.to, clock);
  return await describeNearest(ctx, plan, wish, span.to, around, clock, none);
}

async function describeDay(
  ctx: SkillContext,
  plan: VisitPlan,
  wish: AvailabilityWish,
  date: string,
  clock: Clock,
): Promise<string> {
  const times = await freeTimes(ctx, plan.visit, date, clock);
  if (times.problem !== "none") {
    return lookUpFailed(times.problem, freeTimesSubject);
  }
  if (times.slots.length > 0) {
    return dayOffer(plan, times, wish);
  }
  const around = await datesAround(ctx, plan.visit, date, clock);
  const others = await describeOthers(ctx, plan, date, clock);
  const beginning = `${whyNothing(plan, date, around)}${others}`;
  return await describeNearest(ctx, plan, wish, date, around, clock, beginning);
}

/** What other members have free on a day on which the one asked for has nothing; "" when nothing. */
async function describeOthers(
  ctx: SkillContext,
  plan: VisitPlan,
  date: string,
  clock: Clock,
): Promise<string> {
  if (plan.visit.staffId === anyStaffId || plan.isOnly) {
    return "";
  }
  const anybody = { ...plan.visit, staffId: anyStaffId };
  const times = await freeTimes(ctx, anybody, date, clock);
  return times.slots.length > 0
    ? ` With another staff member that day is free: ${speakTimes(spreadSlots(times.slots).slice(0, 3))}.`
    : "";
}

/** Ends an answer that begins with what is not free by what is. */
async function describeNearest(
  ctx: SkillContext,
  plan: VisitPlan,
  wish: AvailabilityWish,
  date: string,
  around: FreeDates,
  clock: Clock,
  beginning: string,
): Promise<string> {
  const nearest = await nearestOf(ctx, plan.visit, date, around, clock);
  if (nearest.problem !== "none") {
    return `${beginning} ${lookUpFailed(nearest.problem, "Other dates")}`;
  }
  if (nearest.slots.length > 0) {
    const who = plan.staffName === "" ? "" : ` These are with ${plan.staffName}.`;
    return `${beginning} ${nearestOffer(nearest, wish)}${who} ${offerRule}`;
  }
  const offered = await isOffered(ctx, plan.visit);
  return offered
    ? `${beginning} There is nothing free until ${speakDate(addDays(date, searchDays))} either. Tell the caller and offer another service, another staff member or to pass the request to the team.`
    : `${nobodyOffers(plan)} Tell the caller and ask whether another service or staff member would suit them.`;
}

/** The true reason when nobody, or not the member asked for, takes online bookings for the services. */
function nobodyOffers(plan: VisitPlan): string {
  const services = speakList(plan.serviceNames);
  return plan.staffName === ""
    ? `Nobody on the staff takes online bookings for ${services} at the moment.`
    : `${plan.staffName} does not take online bookings for ${services} at the moment.`;
}
