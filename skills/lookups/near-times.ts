/** Other times, offered at once when the one that was wanted is not free. */
import type { SkillContext } from "#sdk";
import { meantTime } from "../domain/day-halves.ts";
import { nearestSlots } from "../domain/pick-slots.ts";
import type { Search } from "../domain/visit.ts";
import { speakDay } from "../text/speak-date.ts";
import { offerRule, otherHalfText, speakTimes } from "../wording/offered-times.ts";
import { datesAround, freeTimes, nearestOf } from "./free-times.ts";
import type { FreeTimes } from "./free-times.ts";

/**
 * Looks the day up anew and describes what is free near the time that was wanted, on that day or another.
 *
 * @param date `YYYY-MM-DD`
 * @param time `HH:MM`
 */
export async function nearTimes(
  ctx: SkillContext,
  search: Search,
  date: string,
  time: string,
): Promise<string> {
  const times = await freeTimes(ctx, search, date);
  return await describeNear(ctx, search, time, times);
}

/**
 * Describes what is free near the time that was wanted.
 *
 * @param times the free times of that day, looked up a moment ago
 */
export async function describeNear(
  ctx: SkillContext,
  search: Search,
  time: string,
  times: FreeTimes,
): Promise<string> {
  // A time that was just refused may still be listed.
  const others = times.slots.filter((slot) => slot.time !== time);
  const meant = meantTime(times.slots, time);
  if (others.some((slot) => slot.time === meant)) {
    return `${meant} is free: ask the caller whether they meant ${meant}. Name no other time as free.`;
  }
  if (others.length > 0) {
    return `The nearest free times that day: ${speakTimes(nearestSlots(others, meant))}.${otherHalfText(others, time)} ${offerRule}`;
  }
  const found = await datesAround(ctx, search, times.date);
  const nearest = await nearestOf(ctx, search, { from: times.date, to: times.date }, found);
  return nearest.slots.length > 0
    ? `The nearest free times are on ${speakDay(nearest.date, search.clock.today)}: ${speakTimes(nearestSlots(nearest.slots, meantTime(nearest.slots, time)))}. ${offerRule}`
    : nearest.problem === "none"
      ? "No other free time was found. Ask whether another service or staff member would suit the caller, or offer to pass the request to the team."
      : "Other times cannot be looked up right now. Offer to try again in a few minutes or to pass the request to the team.";
}
