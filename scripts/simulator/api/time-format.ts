/**
 * The four spellings of a date and time on Altegio's wire, and the reader for all of them
 * (docs/altegio-api.md, "Dates and times").
 */
import { isDate, offsetAt, secondsOfDay, wallAt, wallToEpoch } from "./zone-time.ts";

/** `2026-09-21T12:00:00+02:00`, as `book_times` spells it. */
export function isoColon(zone: string, epochMs: number): string {
  const { date, time, offset } = wallAt(zone, epochMs);
  return `${date}T${time}${offset}`;
}

/** `2026-09-21T12:00:00+0200`, as public records spell `datetime` and every record `create_date`. */
export function isoBasic(zone: string, epochMs: number): string {
  const { date, time, offset } = wallAt(zone, epochMs);
  return `${date}T${time}${offset.replace(":", "")}`;
}

/** `2026-09-21T12:00:00.000+02:00`, as the details of a public record spell `date`. */
export function isoMillis(zone: string, epochMs: number): string {
  const { date, time, offset } = wallAt(zone, epochMs);
  return `${date}T${time}.000${offset}`;
}

/** `2026-09-21 12:00:00`, the location's wall clock without an offset. */
export function naive(zone: string, epochMs: number): string {
  const { date, time } = wallAt(zone, epochMs);
  return `${date} ${time}`;
}

/**
 * The name of a moment in an error text: `September 21, 2026 at 12:00`
 * (docs/altegio-api.md, "Checking a visit").
 */
export function spoken(zone: string, epochMs: number): string {
  const { date, time } = wallAt(zone, epochMs);
  const day = new Date(`${date}T00:00:00Z`).toLocaleDateString("en-US", {
    dateStyle: "long",
    timeZone: "UTC",
  });
  return `${day} at ${time.slice(0, 5)}`;
}

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * The instant a request means; null when the text is no date and time, names a moment the clock skips, or
 * carries an offset that is not the location's at that moment.
 *
 * A time without offset is the location's wall clock. What Altegio does with a foreign offset is unknown
 * (docs/altegio-api.md, "Dates and times"), so the simulator refuses it.
 */
export function readDateTime(zone: string, text: string): number | null {
  const match = DATE_TIME.exec(text);
  const date = match?.[1];
  const time = match?.[2];
  if (date === undefined || time === undefined || !isDate(date) || secondsOfDay(time) >= 86_400) {
    return null;
  }
  const offset = match?.[3];
  if (offset === undefined) {
    return wallToEpoch(zone, date, secondsOfDay(time));
  }
  const given = offset === "Z" ? 0 : offsetMs(offset);
  const epoch = Date.parse(`${date}T00:00:00Z`) + secondsOfDay(time) * 1000 - given;
  return offsetAt(zone, epoch) === given ? epoch : null;
}

function offsetMs(text: string): number {
  const digits = text.replace(/\D/g, "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (text.startsWith("-") ? -minutes : minutes) * 60_000;
}
