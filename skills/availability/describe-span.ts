/** Answers a question about free times for a span of dates, or for no date at all. */
import type { SkillContext } from "../../module/sdk/index.ts";
import { addDays } from "../../module/sdk/calendar.ts";
import type { Clock } from "../shared/clock.ts";
import type { VisitPlan } from "../shared/plan-visit.ts";
import { lookUpFailed } from "../shared/problem-text.ts";
import type { AvailabilityWish } from "./availability-wish.ts";
import { freeDates, freeTimes } from "./free-times.ts";
import type { FreeTimes } from "./free-times.ts";
import { dayOffer, daysOffer, suitingSlots } from "./offer-text.ts";

/** Days looked through when no date was said, and at most when the span is longer. */
const spanDays = 14;

/** Days of a span whose times are looked up, in search of two that suit. */
const mostDays = 4;

/** So many suiting times are choice enough for a caller who named no dates. */
const enoughTimes = 3;

/** The answer, "" when nothing is free in the span that was looked through. */
export interface SpanAnswer {
  readonly text: string;
  /** `YYYY-MM-DD`. */
  readonly from: string;
  /** `YYYY-MM-DD`, inclusive. */
  readonly to: string;
}

/** Offers times of the first two days that suit; of the first alone when the caller just wants the soonest. */
export async function describeSpan(
  ctx: SkillContext,
  plan: VisitPlan,
  wish: AvailabilityWish,
  clock: Clock,
): Promise<SpanAnswer> {
  const from = wish.dateFrom > clock.today ? wish.dateFrom : clock.today;
  const longest = addDays(from, spanDays);
  const to = wish.dateTo !== "" && wish.dateTo >= from && wish.dateTo < longest ? wish.dateTo : longest;
  const found = await freeDates(ctx, plan.visit, from, to);
  if (found.problem !== "none") {
    return { text: lookUpFailed(found.problem, "The free times"), from, to };
  }
  const anyDate = wish.dateFrom === "" && wish.dateTo === "";
  let suiting: readonly FreeTimes[] = [];
  let other: FreeTimes = { problem: "none", date: "", slots: [] };
  for (const date of found.dates.slice(0, mostDays)) {
    const times = await freeTimes(ctx, plan.visit, date, clock);
    if (times.problem !== "none") {
      return { text: lookUpFailed(times.problem, "The free times"), from, to };
    }
    const slots = suitingSlots(times.slots, wish);
    if (slots.length > 0) {
      suiting = [...suiting, { problem: "none", date, slots }];
    } else if (times.slots.length > 0 && other.slots.length === 0) {
      other = times;
    }
    if (suiting.length === 2 || (anyDate && slots.length >= enoughTimes)) {
      break;
    }
  }
  const text =
    suiting.length > 0 ? daysOffer(plan, suiting) : other.slots.length > 0 ? dayOffer(plan, other, wish) : "";
  return { text, from, to };
}
