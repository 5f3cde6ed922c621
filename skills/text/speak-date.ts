/** Dates and times as they are said. The agent translates; the wording here is English. */
import { asInteger, dayNumber, weekdayOf } from "#sdk";

/** From Monday on, in English. */
export const weekdays = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

/** From January on, in English. */
export const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** Said when the caller has named a date such as November 31. */
export const noSuchDate = "There is no such date in the calendar.";

/** The weekday of a date that exists, in English. */
export function weekdayName(date: string): string {
  return weekdays[weekdayOf(date) - 1] ?? "";
}

/** A date that exists as `Tuesday, December 1`. */
export function speakDate(date: string): string {
  const month = months[asInteger(date.slice(5, 7)) - 1] ?? "";
  return `${weekdayName(date)}, ${month} ${asInteger(date.slice(8, 10))}`;
}

/**
 * A date as `speakDate` says it, with its year where the day and the month alone would be taken for another one:
 * `Friday, October 22, 2027`.
 *
 * @param today `YYYY-MM-DD` on the location's clock
 */
export function speakDay(date: string, today: string): string {
  const ahead = dayNumber(date) - dayNumber(today);
  return ahead > 300 || ahead < -60 ? `${speakDate(date)}, ${date.slice(0, 4)}` : speakDate(date);
}

/** A date and a time `HH:MM` as `Tuesday, December 1 at 10:30`. */
export function speakMoment(date: string, time: string): string {
  return `${speakDate(date)} at ${time}`;
}

/** Names as a spoken list: `a`, `a and b`, `a, b and c`; the last two joined by `word`. */
export function speakList(names: readonly string[], word = "and"): string {
  if (names.length < 2) {
    return names.join("");
  }
  return `${names.slice(0, names.length - 1).join(", ")} ${word} ${names.at(-1) ?? ""}`;
}
