/** Answers a question about free times for a span of dates, or for no date at all. */
import { addDays } from "#sdk";
import type { SkillContext } from "#sdk";
import type { Span } from "../domain/span.ts";
import { freeDates, freeTimes, freeTimesSubject } from "../lookups/free-times.ts";
import type { FreeTimes } from "../lookups/free-times.ts";
import { lookUpFailed } from "../wording/problem-text.ts";
import type { Enquiry } from "./enquiry.ts";
import { meantText, meantWish } from "./meant-hours.ts";
import { daysOffer, nearestOffer, offerEnd, suitingSlots } from "./offer-text.ts";
import { speakSpan } from "./why-nothing.ts";

/** Days looked through when no last date was said. */
const spanDays = 14;

/** Days looked through at most: a month. */
const longestSpan = 31;

/** Days of a span whose times are looked up in search of two that suit; after these, one is enough. */
const enoughDays = 4;

/** Days whose times are looked up at most, in search of one that suits: those of a week. */
const mostDays = 7;

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
  const found = await freeDates(ctx, plan.visit, { from, to });
  if (found.problem !== "none") {
    return { text: lookUpFailed(found.problem, freeTimesSubject), from, to };
  }
  const anyDate = wish.dateFrom === "" && wish.dateTo === "";
  let suiting: readonly FreeTimes[] = [];
  let other: FreeTimes = { problem: "none", date: "", slots: [] };
  let count = 0;
  let meant = wish;
  const looked = found.dates.slice(0, mostDays);
  for (const date of looked) {
    const times = await freeTimes(ctx, { visit: plan.visit, clock }, date);
    if (times.problem !== "none" && suiting.length > 0) {
      break;
    }
    if (times.problem !== "none") {
      return { text: lookUpFailed(times.problem, freeTimesSubject), from, to };
    }
    const wanted = meantWish(wish, times.slots);
    const slots = suitingSlots(times.slots, wanted);
    if (slots.length > 0) {
      meant = wanted;
      suiting = [...suiting, { problem: "none", date, slots }];
    } else if (times.slots.length > 0 && other.slots.length === 0) {
      other = times;
    }
    count += 1;
    if (
      suiting.length === 2 ||
      (suiting.length === 1 && count >= enoughDays) ||
      (anyDate && slots.length >= enoughTimes)
    ) {
      break;
    }
  }
  if (suiting.length > 0 || other.slots.length === 0) {
    return { text: `${meantText(wish, meant)}${daysOffer(enquiry, suiting)}`, from, to };
  }
  const until = looked.length < found.dates.length ? (looked.at(-1) ?? to) : to;
  return { text: noneSuits(enquiry, { from, to: until }, other), from, to };
}

/** Nothing suits on any of the days that were looked at, and this is free on the first of them. */
function noneSuits(enquiry: Enquiry, span: Span, other: FreeTimes): string {
  const { plan, wish, clock } = enquiry;
  const when = wish.time !== "" ? `at ${wish.time}` : "in the part of the day asked for";
  const where = speakSpan(span, clock.today);
  return `Nothing is free for ${plan.subject} ${when} ${where}. ${nearestOffer(enquiry, other)} ${offerEnd(enquiry)}${plan.whenAsked}`;
}
