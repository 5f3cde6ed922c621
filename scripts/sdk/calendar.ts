/**
 * Calendar maths on ISO texts (`YYYY-MM-DD`, `HH:MM`) in integer arithmetic. All dates and times are those
 * of one clock, whichever that is; `time.ts` converts between zones.
 */
import { dateOfDay, dayNumber } from "./days.ts";
import { uncheckedInteger } from "./intrinsics.ts";

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The number of days in a month (1 to 12) of the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (monthDays[month - 1] ?? 0);
}

/**
 * True when the text is a date that exists, written `YYYY-MM-DD`, from 1900 on. One pattern with the lengths of months and
 * the leap years, so that a call costs no skill of its own.
 */
export function isDate(text: string): boolean {
  return /^(?:(?:19|[2-9][0-9])[0-9]{2}-(?!02-(?:29|3)|(?:0[469]|11)-31)(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])|(?:(?:19|[2-9][0-9])(?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[3579][26])00)-02-29)$/u.test(
    text,
  );
}

/**
 * A time as `HH:MM`, from `9:30`, `09:30` or `09:30:00`; "" when the text is no time of day.
 *
 * @param text a time on the 24-hour clock
 */
export function plainTime(text: string): string {
  return (
    text
      .trim()
      .replace(/^([0-9]):/u, "0$1:")
      .match(/^((?:[01][0-9]|2[0-3]):[0-5][0-9])(?::[0-9]{2})?$/u)?.[1] ?? ""
  );
}

/** Minutes since midnight of a time `HH:MM`; 0 for anything else. */
export function minutesOf(time: string): number {
  return /^[0-9]{2}:[0-9]{2}$/u.test(time)
    ? uncheckedInteger(time.slice(0, 2)) * 60 + uncheckedInteger(time.slice(3, 5))
    : 0;
}

/** The date `days` days later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}
