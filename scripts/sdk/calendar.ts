/**
 * Calendar maths on ISO texts (`YYYY-MM-DD`, `HH:MM`) in integer arithmetic. All dates and times are those
 * of one clock, whichever that is; `time.ts` converts between zones.
 */
import { toInteger } from "./parse.ts";

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The number of days in a month (1 to 12) of the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (monthDays[month - 1] ?? 0);
}

/** True when the text is a date that exists, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u.test(text)) {
    return false;
  }
  const year = toInteger(text.slice(0, 4)).value;
  const month = toInteger(text.slice(5, 7)).value;
  const day = toInteger(text.slice(8, 10)).value;
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * A time as `HH:MM`, from `9:30`, `09:30` or `09:30:00`; "" when the text is no time of day.
 *
 * @param text a time on the 24-hour clock
 */
export function plainTime(text: string): string {
  const time = text.trim();
  if (!/^[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$/u.test(time)) {
    return "";
  }
  const padded = time.charAt(1) === ":" ? `0${time}` : time;
  const hours = toInteger(padded.slice(0, 2)).value;
  const minutes = toInteger(padded.slice(3, 5)).value;
  return hours < 24 && minutes < 60 ? padded.slice(0, 5) : "";
}

/** Minutes since midnight of a time `HH:MM`. */
export function minutesOf(time: string): number {
  return toInteger(time.slice(0, 2)).value * 60 + toInteger(time.slice(3, 5)).value;
}

/**
 * Days since 1970-01-01 of a date that exists, negative before it.
 *
 * The year is counted from March, so that the leap day is its last day (Hinnant's `days_from_civil`).
 */
export function dayNumber(date: string): number {
  const month = toInteger(date.slice(5, 7)).value;
  const year = toInteger(date.slice(0, 4)).value - (month <= 2 ? 1 : 0);
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + toInteger(date.slice(8, 10)).value - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + dayOfYear - 719468;
}

/** The date of a day number (the reverse of `dayNumber`), `YYYY-MM-DD`; years 0 to 9999. */
export function dateOfDay(day: number): string {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
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
