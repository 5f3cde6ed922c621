/** Asks which of two is meant where a weekday and a date were said that do not go together. */
import { addDays, weekdayOf } from "#sdk";
import { speakDay, weekdayName, weekdays } from "./speak-date.ts";

/**
 * The question, "" where they agree and where one of them was not said. It offers the date and the nearest one of that
 * weekday. A date that has gone by is not asked about.
 *
 * @param date `YYYY-MM-DD` or ""
 * @param weekday as `weekdayName` gives it, or ""
 * @param today `YYYY-MM-DD` on the location's clock
 */
export function weekdayClash(date: string, weekday: string, today: string): string {
  if (weekday === "" || date < today || weekdayName(date) === weekday) {
    return "";
  }
  const days = weekdays.findIndex((name) => name === weekday) + 1 - weekdayOf(date);
  const nearest = addDays(date, ((days + 10) % 7) - 3);
  const other = nearest < today ? addDays(nearest, 7) : nearest;
  return `${speakDay(date, today)} is no ${weekday}. Ask the caller whether they mean ${speakDay(date, today)} or ${speakDay(other, today)}.`;
}
