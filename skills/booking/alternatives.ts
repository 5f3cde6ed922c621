/** Other times, offered at once when the one that was wanted is not free. */
import type { SkillContext } from "../../module/sdk/index.ts";
import { freeTimes, nearestFreeTimes } from "../availability/free-times.ts";
import type { FreeTimes } from "../availability/free-times.ts";
import { offerRule, speakTimes } from "../availability/offer-text.ts";
import type { Clock } from "../shared/clock.ts";
import { nearestSlots } from "../shared/pick-slots.ts";
import { speakDate } from "../shared/speak-date.ts";
import type { BookingOrder } from "./booking-order.ts";

/** Looks the day up anew and describes what is free near the time that was wanted, on that day or another. */
export async function freshAlternatives(
  ctx: SkillContext,
  order: BookingOrder,
  clock: Clock,
): Promise<string> {
  const times = await freeTimes(ctx, order.plan.visit, order.date, clock);
  return await alternatives(ctx, order, times, clock);
}

/**
 * Describes what is free near the time that was wanted.
 *
 * @param times the free times of that day, looked up a moment ago
 */
export async function alternatives(
  ctx: SkillContext,
  order: BookingOrder,
  times: FreeTimes,
  clock: Clock,
): Promise<string> {
  // A time that was just refused may still be listed.
  const others = times.slots.filter((slot) => slot.time !== order.time);
  if (others.length > 0) {
    return `The nearest free times that day: ${speakTimes(nearestSlots(others, order.time))}. ${offerRule}`;
  }
  const nearest = await nearestFreeTimes(ctx, order.plan.visit, order.date, clock);
  return nearest.slots.length > 0
    ? `The nearest free times are on ${speakDate(nearest.date)}: ${speakTimes(nearestSlots(nearest.slots, order.time))}. ${offerRule}`
    : "No other free time was found. Ask whether another service or staff member would suit the caller, or offer to pass the request to the team.";
}
