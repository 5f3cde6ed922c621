/** Answers a question about free times for a span of dates, or for no date at all. */
import type { SkillContext } from "../../module/sdk/index.ts";
import { addDays } from "../../module/sdk/calendar.ts";
import { lookUpFailed } from "../shared/problem-text.ts";
import type { Enquiry, Span } from "./enquiry.ts";
import { freeDates, freeTimes, freeTimesSubject } from "./free-times.ts";
import type { FreeTimes } from "./free-times.ts";
import { dayOffer, daysOffer, suitingSlots } from "./offer-text.ts";

/** Days looked through when no last date was said. */
const spanDays = 14;

/** Days looked through at most: a month. */
const longestSpan = 31;

/** Days of a span whose times are looked up, in search of two that suit. */
const mostDays = 4;

/** So many suiting times are choice enough for a caller who named no dates. */
const enoughTimes = 3;

/** The answer, "" when nothing is free in the span that was looked through. */
export interface SpanAnswer extends Span {
  readonly text: string;
}

/** Offers times of the first two days that suit; of the first alone when the caller just wants the soonest. */
export async function describeSpan(ctx: SkillContext, enquiry: Enquiry): Promise<SpanAnswer> {
  const { plan, wish, clock } = enquiry;
  const from = wish.dateFrom > clock.today ? wish.dateFrom : clock.today;
  const isBounded = wish.dateTo !== "" && wish.dateTo >= from;
  const latest = addDays(from, isBounded ? longestSpan : spanDays);
  const to = isBounded && wish.dateTo < latest ? wish.dateTo : latest;
  const found = await freeDates(ctx, plan.visit, from, to);
  if (found.problem !== "none") {
    return { text: lookUpFailed(found.problem, freeTimesSubject), from, to };
  }
  const anyDate = wish.dateFrom === "" && wish.dateTo === "";
  let suiting: readonly FreeTimes[] = [];
  let other: FreeTimes = { problem: "none", date: "", slots: [] };
  for (const date of found.dates.slice(0, mostDays)) {
    const times = await freeTimes(ctx, plan.visit, date, clock);
    if (times.problem !== "none") {
      return { text: lookUpFailed(times.problem, freeTimesSubject), from, to };
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
    suiting.length > 0 ? daysOffer(enquiry, suiting) : other.slots.length > 0 ? dayOffer(enquiry, other) : "";
  return { text, from, to };
}
