/**
 * Calendar maths on ISO texts (`YYYY-MM-DD`, `HH:MM`) in integer arithmetic. All dates and times are those
 * of one clock, whichever that is; `time.ts` converts between zones.
 */
import { asInteger } from "./parse.ts";

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
  return /^(?:(?:19|[2-9][0-9])[0-9]{2}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:(?:19|[2-9][0-9])(?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[3579][26])00)-02-29)$/u.test(
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

/** Minutes since midnight of a time `HH:MM`. */
export function minutesOf(time: string): number {
  // The digits as one number: reading each part would have to count the text as JavaScript does.
  const digits = asInteger(time.replace(":", "").slice(0, 4));
  return digits - Math.floor(digits / 100) * 40;
}

/**
 * Days since 1970-01-01 of a date that exists, negative before it.
 *
 * The year is counted from March, so that the leap day is its last day (Hinnant's `days_from_civil`).
 */
export function dayNumber(date: string): number {
  const digits = asInteger(date.replaceAll("-", "").slice(0, 8));
  const months = Math.floor(digits / 100);
  const month = months - Math.floor(digits / 10000) * 100;
  const year = Math.floor(digits / 10000) - (month <= 2 ? 1 : 0);
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + (digits - months * 100) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + dayOfYear - 719468;
}

/** The date of a day number (the reverse of `dayNumber`), `YYYY-MM-DD`; years 0 to 9999. */
export function dateOfDay(day: number): string {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted % 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - (365 * yearOfEra + leapDays);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

/** The date `days` days later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

/** The ISO weekday of a date: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  // Day 0 was a Thursday; the offset keeps the dividend positive for every year from 1900 on.
  return ((dayNumber(date) + 3 + 70000) % 7) + 1;
}
