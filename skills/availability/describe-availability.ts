/** Answers a question about free times for a visit that is already settled. */
import { addDays } from "#sdk";
import type { SkillContext } from "#sdk";
import { anyStaffId } from "../domain/visit.ts";
import { freeTimes, freeTimesSubject, soonestTimes } from "../lookups/free-times.ts";
import { noSuchDate, speakDay } from "../text/speak-date.ts";
import { weekdayClash } from "../text/weekday-clash.ts";
import { lookUpFailed } from "../wording/problem-text.ts";
import { describeNight, isNight } from "./describe-night.ts";
import { describeNothing } from "./describe-nothing.ts";
import { describeSpan } from "./describe-span.ts";
import type { Enquiry } from "./enquiry.ts";
import { meantText, meantWish } from "./meant-hours.ts";
import { ownPlaceText } from "./own-place.ts";
import { dayOffer } from "./offer-text.ts";

/**
 * The answer for the date or span of the wish: real free times, or the truth about why there are none and
 * the nearest ones. One request when the date is known and has free times.
 */
export async function describeAvailability(ctx: SkillContext, enquiry: Enquiry): Promise<string> {
  const { plan, wish, clock } = enquiry;
  if (wish.noDate) {
    return `${noSuchDate} Tell the caller and ask which date they mean.`;
  }
  const asked = wish.date !== "" ? wish.date : wish.dateFrom === wish.dateTo ? wish.dateFrom : "";
  if (asked !== "" && asked < clock.today) {
    return `${speakDay(asked, clock.today)} is in the past. Ask the caller which date they mean.`;
  }
  if (asked === "" && wish.dateTo !== "" && wish.dateTo < clock.today) {
    return "The dates asked for are in the past. Ask the caller which dates they mean.";
  }
  const clash = weekdayClash(asked, wish.weekday, clock.today);
  if (clash !== "") {
    return clash;
  }
  if (asked !== "") {
    return await describeDay(ctx, enquiry, asked);
  }
  const anyDate = wish.dateFrom === "" && wish.dateTo === "";
  const anyTime = [wish.time, wish.timeFrom, wish.timeTo, wish.finishBy].join("") === "";
  if (anyDate && anyTime && wish.weekdays.length === 0 && plan.visit.staffId !== anyStaffId) {
    const soonest = await soonestTimes(ctx, { visit: plan.visit, clock });
    if (soonest.date !== "") {
      return dayOffer(enquiry, soonest);
    }
  }
  const span = await describeSpan(ctx, enquiry);
  if (span.text !== "") {
    return span.text;
  }
  return await describeNothing(ctx, enquiry, { from: span.from, to: span.to });
}

async function describeDay(ctx: SkillContext, enquiry: Enquiry, date: string): Promise<string> {
  const search = { visit: enquiry.plan.visit, clock: enquiry.clock, among: enquiry.among };
  const times = await freeTimes(ctx, search, date);
  if (times.problem !== "none") {
    return lookUpFailed(times.problem, freeTimesSubject);
  }
  if (isNight(enquiry.wish)) {
    const morning = await freeTimes(ctx, search, addDays(date, 1));
    const night = describeNight(enquiry, times, morning);
    if (night !== "") {
      return night;
    }
  }
  if (times.slots.length > 0 || ownPlaceText(enquiry, date) !== "") {
    const wish = meantWish(enquiry.wish, times.slots);
    return `${meantText(enquiry.wish, wish)}${dayOffer({ ...enquiry, wish }, times)}`;
  }
  return await describeNothing(ctx, enquiry, { from: date, to: date });
}
