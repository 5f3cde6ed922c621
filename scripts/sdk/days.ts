/** Days of the calendar by integer arithmetic. The compiler has a construct of its own for each function here. */
import { asInteger } from "./parse.ts";

/** 0001-01-01 and 9999-12-31: all that the calendar of Python reaches. */
const FIRST_DAY = -719162;
const LAST_DAY = 2932896;

/**
 * Days since 1970-01-01 of a date `YYYY-MM-DD`, negative before it. Days that a month does not have count on into the next;
 * 0 for what is written in any other way, or in the year 0000.
 *
 * The year is counted from March, so that the leap day is its last day (Hinnant's `days_from_civil`).
 */
export function dayNumber(date: string): number {
  if (!/^(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])-[0-9]{2}$/.test(date)) {
    return 0;
  }
  const month = asInteger(date.slice(5, 7));
  const year = asInteger(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + asInteger(date.slice(8, 10)) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + dayOfYear - 719468;
}

/** The date of a day number (the reverse of `dayNumber`), `YYYY-MM-DD`; the first or the last there is for days beyond. */
export function dateOfDay(day: number): string {
  const shifted = Math.max(FIRST_DAY, Math.min(day, LAST_DAY)) + 719468;
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

/** The ISO weekday of a date: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  return ((dayNumber(date) - FIRST_DAY) % 7) + 1;
}
