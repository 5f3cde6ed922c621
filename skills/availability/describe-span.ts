/** Answers a question about free times for a span of dates, or for no date at all. */
import { addDays } from "#sdk";
import type { SkillContext } from "#sdk";
import type { Span } from "../domain/span.ts";
import { freeDates, freeTimes, freeTimesSubject } from "../lookups/free-times.ts";
import type { FreeTimes } from "../lookups/free-times.ts";
import { speakList, weekdayName } from "../text/speak-date.ts";
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
  const search = { visit: plan.visit, clock, among: enquiry.among };
  const found = await freeDates(ctx, search, { from, to });
  if (found.problem !== "none") {
    return { text: lookUpFailed(found.problem, freeTimesSubject), from, to };
  }
  const isSoonest = wish.dateFrom === "" && wish.dateTo === "" && wish.weekdays.length < 2;
  let suiting: readonly FreeTimes[] = [];
  let other: FreeTimes = { problem: "none", date: "", slots: [] };
  let count = 0;
  let meant = wish;
  const wanted = wish.weekdays.length === 0 ? found.dates : onWeekdays(found.dates, wish.weekdays);
  // On none of the weekdays there is anything: the first other date will do.
  const looked = wanted.length === 0 ? found.dates.slice(0, 1) : wanted.slice(0, mostDays);
  for (const date of looked) {
    const times = await freeTimes(ctx, search, date);
    if (times.problem !== "none" && suiting.length > 0) {
      break;
    }
    if (times.problem !== "none") {
      return { text: lookUpFailed(times.problem, freeTimesSubject), from, to };
    }
    const now = meantWish(wish, times.slots);
    const slots = wanted.length === 0 ? [] : suitingSlots(times.slots, now, enquiry.seconds);
    if (slots.length > 0) {
      meant = now;
      suiting = [...suiting, { problem: "none", date, slots }];
    } else if (times.slots.length > 0 && other.slots.length === 0) {
      other = times;
    }
    count += 1;
    if (
      suiting.length === 2 ||
      (suiting.length === 1 && count >= enoughDays) ||
      (isSoonest && slots.length >= enoughTimes)
    ) {
      break;
    }
  }
  if (suiting.length > 0 || other.slots.length === 0) {
    return { text: `${meantText(wish, meant)}${daysOffer(enquiry, suiting)}`, from, to };
  }
  const until = looked.length < wanted.length ? (looked.at(-1) ?? to) : to;
  const isTime = wanted.length > 0;
  return { text: noneSuits(enquiry, { from, to: until }, other, isTime), from, to };
}

/** The dates that fall on one of the weekdays. */
function onWeekdays(dates: readonly string[], weekdays: readonly string[]): readonly string[] {
  return dates.filter((date) => weekdays.includes(weekdayName(date)));
}

/**
 * Nothing suits on any of the days that were looked at, and this is free on the first of them.
 *
 * @param isTime it is for the time of day, and not for the weekdays alone
 */
function noneSuits(enquiry: Enquiry, span: Span, other: FreeTimes, isTime: boolean): string {
  const { plan, wish, clock } = enquiry;
  const time = wish.time !== "" ? `at ${wish.time} ` : "in the part of the day asked for ";
  const days = wish.weekdays.length === 0 ? "" : `on ${speakList(wish.weekdays, "or")} `;
  const when = `${isTime ? time : ""}${days}${speakSpan(span, clock.today)}`;
  return `Nothing is free for ${plan.subject} ${when}. ${nearestOffer(enquiry, other)} ${offerEnd(enquiry)}${plan.whenAsked}`;
}
