/** Looks free dates and times up. */
import { addDays, dayNumber, property } from "#sdk";
import type { JsonValue, SkillContext } from "#sdk";
import { staffRequest } from "../altegio/catalog-requests.ts";
import { readStaff } from "../altegio/read-services.ts";
import { readDateLists, readSoonest, readTimes } from "../altegio/read-slots.ts";
import { datesRequest, soonestRequest, timesRequest } from "../altegio/slot-requests.ts";
import type { Slot } from "../domain/pick-slots.ts";
import type { ProblemKind } from "../domain/problem.ts";
import type { Span } from "../domain/span.ts";
import { anyStaffId } from "../domain/visit.ts";
import type { Search, Visit } from "../domain/visit.ts";
import { look } from "./ask.ts";

/** The free times of a date; empty with a problem when they could not be looked up. */
export interface FreeTimes {
  readonly problem: ProblemKind;
  /** `YYYY-MM-DD`, "" when no date has free times. */
  readonly date: string;
  readonly slots: readonly Slot[];
}

/** Dates of a span, in order; empty with a problem when they could not be looked up. */
export interface FreeDates {
  readonly problem: ProblemKind;
  readonly dates: readonly string[];
  /** Dates somebody works, free or not; empty when not known. */
  readonly working: readonly string[];
}

/** How far beyond the date asked for alternatives are searched, in days. */
export const searchDays = 30;

/** The subject of failed look-ups. */
export const freeTimesSubject = "The free times";

const checking = "checking free times";

/** The free times of a date that are still to come. One request, and one for each where any of several will do. */
export async function freeTimes(ctx: SkillContext, search: Search, date: string): Promise<FreeTimes> {
  const { visit, clock, among = [] } = search;
  let slots: readonly Slot[] = [];
  for (const staffId of among.length === 0 ? [visit.staffId] : among) {
    const answer = await look(ctx, timesRequest({ ...visit, staffId }, date), checking);
    const listed = readTimes(answer.data, date);
    if (!answer.ok || !isReadable(answer.data, listed.length)) {
      return { problem: answer.ok ? "transport" : answer.problem, date, slots: [] };
    }
    slots = among.length === 0 ? listed : joinedSlots(slots, listed, staffId);
  }
  return {
    problem: "none",
    date,
    slots: slots.filter((slot) => date !== clock.today || slot.time > clock.now),
  };
}

/** Free times with those of one more member, in order; whose they are is left open where several are free. */
function joinedSlots(known: readonly Slot[], more: readonly Slot[], staffId: string): readonly Slot[] {
  const before = known.map((slot) => slot.time);
  const now = more.map((slot) => slot.time);
  return [
    ...known.map((slot) => (now.includes(slot.time) ? { ...slot, staffId: "" } : slot)),
    ...more.filter((slot) => !before.includes(slot.time)).map((slot) => ({ ...slot, staffId })),
  ].toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

/** The dates with free times in a span of dates. One request, and one for each where any of several will do. */
export async function freeDates(ctx: SkillContext, search: Search, span: Span): Promise<FreeDates> {
  const { visit, among = [] } = search;
  const { from, to } = span;
  let dates: readonly string[] = [];
  let working: readonly string[] = [];
  for (const staffId of among.length === 0 ? [visit.staffId] : among) {
    const answer = await look(ctx, datesRequest({ ...visit, staffId }, from, to), checking);
    const lists = readDateLists(answer.data);
    if (!answer.ok || !isReadable(property(answer.data, "booking_dates"), lists.free.length)) {
      return { problem: answer.ok ? "transport" : answer.problem, dates: [], working: [] };
    }
    dates = [...dates, ...lists.free];
    working = [...working, ...lists.working];
  }
  return { problem: "none", dates: inSpan(dates, span), working: inSpan(working, span) };
}

/** The dates inside a span, in order, each once. */
function inSpan(dates: readonly string[], { from, to }: Span): readonly string[] {
  return [...new Set(dates.filter((date) => date >= from && date <= to))].toSorted((a, b) =>
    a < b ? -1 : a > b ? 1 : 0,
  );
}

/** The first date on which one member is free. The date is "" when that is not known: ask by dates then. */
export async function soonestTimes(ctx: SkillContext, search: Search): Promise<FreeTimes> {
  const { visit, clock } = search;
  const answer = await look(ctx, soonestRequest(visit), checking);
  const soonest = readSoonest(answer.data);
  const slots = soonest.slots.filter((slot) => soonest.date !== clock.today || slot.time > clock.now);
  return { problem: answer.problem, date: slots.length > 0 ? soonest.date : "", slots };
}

/**
 * The free times nearest to a day or span that has none, before or after it; of two days equally near, the later.
 *
 * @param found the dates around it, none of them in the past
 */
export async function nearestOf(
  ctx: SkillContext,
  search: Search,
  span: Span,
  found: FreeDates,
): Promise<FreeTimes> {
  const later = found.dates.filter((day) => day > span.to).slice(0, 3);
  const earlier = found.dates.filter((day) => day < span.from).slice(-3);
  const last = dayNumber(span.to);
  const first = dayNumber(span.from);
  // Later ones first, because sorting keeps the order of what is equally near.
  const nearest = [
    ...later.map((day) => ({ day, distance: dayNumber(day) - last })),
    ...earlier.map((day) => ({ day, distance: first - dayNumber(day) })),
  ].toSorted((a, b) => a.distance - b.distance);
  for (const { day } of nearest.slice(0, 3)) {
    const times = await freeTimes(ctx, search, day);
    if (times.problem !== "none" || times.slots.length > 0) {
      return times;
    }
  }
  return { problem: found.problem, date: "", slots: [] };
}

/** The dates from today to some time after a date, in which alternatives to it are searched. */
export async function datesAround(ctx: SkillContext, search: Search, date: string): Promise<FreeDates> {
  return await freeDates(ctx, search, { from: search.clock.today, to: addDays(date, searchDays) });
}

/** Whether somebody, or the member asked for, takes online bookings for the services. */
export async function whetherOffered(ctx: SkillContext, visit: Visit): Promise<"yes" | "no" | "unknown"> {
  const answer = await look(ctx, staffRequest(visit.locationId, visit.serviceIds), checking);
  const staff = readStaff(answer.data);
  return !answer.ok || !Array.isArray(answer.data)
    ? "unknown"
    : staff.some((member) => visit.staffId === anyStaffId || member.id === visit.staffId)
      ? "yes"
      : "no";
}

/** True for an empty list, and for one of which something could be read: only these tell what is free. */
function isReadable(list: JsonValue, readable: number): boolean {
  return Array.isArray(list) && (list.length === 0 || readable > 0);
}
