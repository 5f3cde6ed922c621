/** Readers for free dates and times. */
import { asList, asText, property, isDate, plainTime } from "#sdk";
import type { JsonValue } from "#sdk";
import type { Slot } from "../domain/pick-slots.ts";
import { wireInteger } from "./wire-values.ts";

/** Dates of a span, in order. */
export interface DateLists {
  readonly free: readonly string[];
  /** Dates somebody works, free or not; empty when the answer does not say. */
  readonly working: readonly string[];
}

/**
 * The dates of `book_dates`. Only the lists of full dates are dependable: the keys of `booking_days` have no
 * year (docs/altegio-api.md, "Free days").
 */
export function readDateLists(data: JsonValue): DateLists {
  return {
    free: dateList(property(data, "booking_dates")),
    working: dateList(property(data, "working_dates")),
  };
}

function dateList(value: JsonValue): readonly string[] {
  return asList(value)
    .map((date) => asText(date).slice(0, 10))
    .filter((date) => isDate(date))
    .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * The first date with free times of `book_staff_seances`; the date is "" when there is none
 * (docs/altegio-api.md, "Free times").
 */
export function readSoonest(data: JsonValue): { readonly date: string; readonly slots: readonly Slot[] } {
  const date = asText(property(data, "seance_date")).slice(0, 10);
  return isDate(date) ? { date, slots: readTimes(property(data, "seances"), date) } : { date: "", slots: [] };
}

/**
 * The free times of `book_times`, in order. `datetime` is kept letter for letter; where it is missing, the
 * local time without an offset is accepted too (docs/altegio-api.md, "Free times" and "Dates and times").
 *
 * @param date the date that was asked for
 */
export function readTimes(data: JsonValue, date: string): readonly Slot[] {
  const slots: Slot[] = [];
  for (const row of asList(data)) {
    const written = asText(property(row, "datetime"));
    const named = plainTime(asText(property(row, "time")));
    const time = named !== "" ? named : plainTime(written.slice(11, 16));
    if (time !== "") {
      const datetime = written !== "" ? written : `${date}T${time}:00`;
      slots.push({ time, datetime, seconds: wireInteger(property(row, "seance_length")) });
    }
  }
  return slots.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}
