/** Answers a question about free times for a visit that is already settled. */
import type { SkillContext } from "../../module/sdk/index.ts";
import { anyStaffId } from "../altegio/slot-requests.ts";
import { addDays } from "../shared/calendar.ts";
import type { Clock } from "../shared/clock.ts";
import type { VisitPlan } from "../shared/plan-visit.ts";
import { lookUpFailed } from "../shared/problem-text.ts";
import { speakDate, speakList } from "../shared/speak-date.ts";
import { spreadSlots } from "../shared/pick-slots.ts";
import type { AvailabilityWish } from "./availability-wish.ts";
import { freeDates, freeTimes, isOffered, nearestFreeTimes, searchDays } from "./free-times.ts";
import type { FreeTimes } from "./free-times.ts";
import { dayOffer, daysOffer, nearestOffer, offerRule, speakTimes, suitingSlots } from "./offer-text.ts";

/** Days looked through when no date was said, and at most when the span is longer. */
const spanDays = 14;

/** Days of a span whose times are looked up, in search of two that suit. */
const mostDays = 4;

/** The subject of failed look-ups. */
export const freeTimesSubject = "The free times";

/**
 * The answer for the date or span of the wish: real free times, or the truth about why there are none and
 * the nearest ones.
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
  return await describeSpan(ctx, plan, wish, clock);
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
    return dayOffer(plan.subject, times, wish);
  }
  const others = await describeOthers(ctx, plan, date, clock);
  const none = `On ${speakDate(date)} there is no free time for ${plan.subject}.`;
  return await describeNearest(ctx, plan, wish, date, clock, `${none}${others}`);
}

/** What other members have free on a day on which the one asked for has nothing; "" when nothing. */
async function describeOthers(
  ctx: SkillContext,
  plan: VisitPlan,
  date: string,
  clock: Clock,
): Promise<string> {
  if (plan.visit.staffId === anyStaffId) {
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
  clock: Clock,
  beginning: string,
): Promise<string> {
  const nearest = await nearestFreeTimes(ctx, plan.visit, date, clock);
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

async function describeSpan(
  ctx: SkillContext,
  plan: VisitPlan,
  wish: AvailabilityWish,
  clock: Clock,
): Promise<string> {
  const from = wish.dateFrom > clock.today ? wish.dateFrom : clock.today;
  const longest = addDays(from, spanDays);
  const to = wish.dateTo !== "" && wish.dateTo >= from && wish.dateTo < longest ? wish.dateTo : longest;
  const found = await freeDates(ctx, plan.visit, from, to);
  if (found.problem !== "none") {
    return lookUpFailed(found.problem, freeTimesSubject);
  }
  let suiting: readonly FreeTimes[] = [];
  let other: FreeTimes = { problem: "none", date: "", slots: [] };
  for (const date of found.dates.slice(0, mostDays)) {
    const times = await freeTimes(ctx, plan.visit, date, clock);
    if (times.problem !== "none") {
      return lookUpFailed(times.problem, freeTimesSubject);
    }
    const slots = suitingSlots(times.slots, wish);
    if (slots.length > 0) {
      suiting = [...suiting, { problem: "none", date, slots }];
    } else if (times.slots.length > 0 && other.slots.length === 0) {
      other = times;
    }
    if (suiting.length === 2) {
      break;
    }
  }
  if (suiting.length > 0) {
    return daysOffer(plan.subject, suiting);
  }
  if (other.slots.length > 0) {
    return dayOffer(plan.subject, other, wish);
  }
  const none = `From ${speakDate(from)} to ${speakDate(to)} there is no free time for ${plan.subject}.`;
  return await describeNearest(ctx, plan, wish, to, clock, none);
}
