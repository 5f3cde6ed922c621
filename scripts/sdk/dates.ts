/**
 * What a `Date` of a program is read as: the number of its milliseconds since 1970-01-01T00:00:00Z. A text or a moment
 * that is none of ISO 8601 stops the skill. Written in the handlers' subset; in Node nothing calls it.
 */
import { isDate } from "./calendar.ts";
import { dateOfDay, dayNumber } from "./days.ts";
import { unchecked } from "./intrinsics.ts";
import { asInteger } from "./parse.ts";
import { parseDateTime } from "./time.ts";

const DAY = 86400000;

/** What a text has to have for it to be a moment of ISO 8601, also one that there is not. */
const MOMENT =
  /^[0-9]{4}-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]{1,9})?)?(?:Z|[+-]([0-9]{2}):([0-9]{2})))?$/u;

/**
 * `new Date(text).getTime()` where the program asks whether it is NaN, which is null: of a text without a digit, and of
 * one with a month, a day or a time that nothing has. Any other text that is no moment stops the skill.
 */
export function dateOrNaN(text: string): number {
  if (!/[0-9]/u.test(text)) {
    return unchecked<number>(null);
  }
  const parts = text.match(MOMENT);
  if (parts !== null) {
    const [month = 0, day = 0, hours = 0, minutes = 0, seconds = 0, behind = 0, minutesBehind = 0] = [
      1, 2, 3, 4, 5, 6, 7,
    ].map((index) => asInteger(parts[index] ?? "0"));
    const isClock = hours < 24 || (hours === 24 && minutes === 0 && seconds === 0);
    const isOffset = behind < 24 && minutesBehind < 60;
    if (
      month < 1 ||
      month > 12 ||
      day < 1 ||
      day > 31 ||
      !isClock ||
      minutes > 59 ||
      seconds > 59 ||
      !isOffset
    ) {
      return unchecked<number>(null);
    }
  }
  return dateOf(text);
}

/** `new Date(text).getTime()` of a date, or of a date and time with an offset. */
export function dateOf(text: string): number {
  if (isDate(text)) {
    return dayNumber(text) * DAY;
  }
  const fraction = text.match(
    /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.([0-9]{1,9}))?)?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/u,
  );
  const moment = parseDateTime(text);
  if (fraction === null || !moment.ok) {
    throw new Error("new Date() of a text that is no date, and no date and time with an offset");
  }
  return moment.seconds * 1000 + asInteger((fraction[1] ?? "").padEnd(3, "0").slice(0, 3));
}

/** `date.getTime()` of a date that may not be there. */
export function timeOf(moment: number): number {
  return moment;
}

/** The date on the clock of UTC; the years 1 to 9999. */
function utcDate(moment: number): string {
  if (moment < -62135596800000 || moment > 253402300799999) {
    throw new Error("a Date outside of the years 1 to 9999");
  }
  return dateOfDay(Math.floor(moment / DAY));
}

/** The milliseconds since midnight. */
function sinceMidnight(moment: number): number {
  return moment - Math.floor(moment / DAY) * DAY;
}

/** `date.toISOString()`. */
export function isoText(moment: number): string {
  const rest = sinceMidnight(moment);
  const [hours, minutes] = [Math.floor(rest / 3600000), Math.floor(rest / 60000) % 60];
  const [seconds, parts] = [Math.floor(rest / 1000) % 60, rest % 1000];
  const time = [hours, minutes, seconds].map((part) => String(part).padStart(2, "0")).join(":");
  return `${utcDate(moment)}T${time}.${String(parts).padStart(3, "0")}Z`;
}

/** `date?.getTime()`: undefined also for null. */
export function timeIfThere(moment: number | null | undefined): number | undefined {
  return moment ?? undefined;
}

/** `date?.toISOString()`. */
export function isoTextIfThere(moment: number | null | undefined): string | undefined {
  const known = timeIfThere(moment);
  return known === undefined ? undefined : isoText(known);
}

/** What a date that may be null is in JSON. */
export function isoTextOrNull(moment: number | null): string | null {
  return moment === null ? null : isoText(moment);
}

/** `date.getUTCFullYear()`. */
export function utcFullYear(moment: number): number {
  return asInteger(utcDate(moment).slice(0, 4));
}

/** `date.getUTCMonth()`: 0 is January. */
export function utcMonth(moment: number): number {
  return asInteger(utcDate(moment).slice(5, 7)) - 1;
}

/** `date.getUTCDate()`: the day of the month. */
export function utcDayOfMonth(moment: number): number {
  return asInteger(utcDate(moment).slice(8, 10));
}

/** `date.getUTCDay()`: 0 is Sunday. */
export function utcDay(moment: number): number {
  const day = (Math.floor(moment / DAY) + 4) % 7;
  return day < 0 ? day + 7 : day;
}

/** `date.getUTCHours()`. */
export function utcHours(moment: number): number {
  return Math.floor(sinceMidnight(moment) / 3600000);
}

/** `date.getUTCMinutes()`. */
export function utcMinutes(moment: number): number {
  return Math.floor(sinceMidnight(moment) / 60000) % 60;
}

/** `date.getUTCSeconds()`. */
export function utcSeconds(moment: number): number {
  return Math.floor(sinceMidnight(moment) / 1000) % 60;
}

/** `date.getUTCMilliseconds()`. */
export function utcMilliseconds(moment: number): number {
  return moment - Math.floor(moment / 1000) * 1000;
}

/** The days from 1970-01-01 to a day, whose month and day may be too much or too little: that goes over into what is larger. */
function daysUntil(year: number, month: number, day: number): number {
  const months = year * 12 + month;
  const first = `${String(Math.floor(months / 12)).padStart(4, "0")}-${String(months - Math.floor(months / 12) * 12 + 1).padStart(2, "0")}-01`;
  if (!isDate(first)) {
    throw new Error("a Date that is made of a year before 1900 or after 9999");
  }
  return dayNumber(first) + day - 1;
}

/** `Date.UTC(year, month, day, hours, minutes, seconds, parts)`: what is too much goes over into what is larger. */
export function utcMoment(
  year: number,
  month: number,
  day = 1,
  hours = 0,
  minutes = 0,
  seconds = 0,
  parts = 0,
): number {
  return daysUntil(year, month, day) * DAY + hours * 3600000 + minutes * 60000 + seconds * 1000 + parts;
}

/** `date.setUTCFullYear(year, month, day)`. */
export function withUtcFullYear(
  moment: number,
  year: number,
  month = utcMonth(moment),
  day = utcDayOfMonth(moment),
): number {
  return daysUntil(year, month, day) * DAY + sinceMidnight(moment);
}

/** `date.setUTCMonth(month, day)`. */
export function withUtcMonth(moment: number, month: number, day = utcDayOfMonth(moment)): number {
  return daysUntil(utcFullYear(moment), month, day) * DAY + sinceMidnight(moment);
}

/** `date.setUTCDate(day)`. */
export function withUtcDayOfMonth(moment: number, day: number): number {
  return moment + (day - utcDayOfMonth(moment)) * DAY;
}

/** `date.setUTCHours(hours, minutes, seconds, parts)`. */
export function withUtcHours(
  moment: number,
  hours: number,
  minutes = utcMinutes(moment),
  seconds = utcSeconds(moment),
  parts = utcMilliseconds(moment),
): number {
  return Math.floor(moment / DAY) * DAY + hours * 3600000 + minutes * 60000 + seconds * 1000 + parts;
}

/** `date.setUTCMinutes(minutes, seconds, parts)`. */
export function withUtcMinutes(
  moment: number,
  minutes: number,
  seconds = utcSeconds(moment),
  parts = utcMilliseconds(moment),
): number {
  return Math.floor(moment / 3600000) * 3600000 + minutes * 60000 + seconds * 1000 + parts;
}

/** `date.setUTCSeconds(seconds, parts)`. */
export function withUtcSeconds(moment: number, seconds: number, parts = utcMilliseconds(moment)): number {
  return Math.floor(moment / 60000) * 60000 + seconds * 1000 + parts;
}

/** `date.setUTCMilliseconds(parts)`. */
export function withUtcMilliseconds(moment: number, parts: number): number {
  return Math.floor(moment / 1000) * 1000 + parts;
}
