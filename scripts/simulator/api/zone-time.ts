/**
 * Wall-clock time of an IANA zone and back.
 *
 * Instants are epoch milliseconds, dates `YYYY-MM-DD`. Offsets come from Temporal, never from the machine's
 * own zone.
 */
import { Temporal } from "@js-temporal/polyfill";

const DAY_MS = 86_400_000;
const offsetsOfQuietDays = new Map<string, number | null>();

/** UTC offset of a zone at an instant, in milliseconds (Berlin in summer: 7 200 000). */
export function offsetAt(zone: string, epochMs: number): number {
  const day = Math.floor(epochMs / DAY_MS);
  const key = `${zone}|${day}`;
  let quiet = offsetsOfQuietDays.get(key);
  if (quiet === undefined) {
    // A UTC day whose two ends agree has no transition: one look-up then serves every slot of that day.
    const first = exactOffset(zone, day * DAY_MS);
    quiet = first === exactOffset(zone, (day + 1) * DAY_MS) ? first : null;
    offsetsOfQuietDays.set(key, quiet);
  }
  return quiet ?? exactOffset(zone, epochMs);
}

function exactOffset(zone: string, epochMs: number): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);
  return zoned.offsetNanoseconds / 1_000_000;
}

/**
 * The instant of a wall-clock time, `seconds` after midnight of `date`.
 * The earlier one when the clock shows it twice; null when the clock skips it (DST gap).
 */
export function wallToEpoch(zone: string, date: string, seconds: number): number | null {
  const guess = utcMidnight(date) + seconds * 1000;
  const offsets = [offsetAt(zone, guess - DAY_MS), offsetAt(zone, guess + DAY_MS)];
  for (const offset of offsets.sort((a, b) => b - a)) {
    if (offsetAt(zone, guess - offset) === offset) {
      return guess - offset;
    }
  }
  return null;
}

/** As `wallToEpoch`, but a skipped time gives the instant just as long after the transition. For span ends. */
export function wallToEpochOrAfter(zone: string, date: string, seconds: number): number {
  const guess = utcMidnight(date) + seconds * 1000;
  return wallToEpoch(zone, date, seconds) ?? guess - offsetAt(zone, guess - DAY_MS);
}

/** Date, time (`HH:MM:SS`) and offset (`+02:00`) the clock of the zone shows at an instant. */
export function wallAt(zone: string, epochMs: number): { date: string; time: string; offset: string } {
  const offset = offsetAt(zone, epochMs);
  const text = new Date(epochMs + offset).toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 19), offset: offsetText(offset) };
}

/** `+02:00` for 7 200 000. */
export function offsetText(offsetMs: number): string {
  const minutes = Math.abs(offsetMs) / 60_000;
  const hours = String(Math.floor(minutes / 60)).padStart(2, "0");
  return `${offsetMs < 0 ? "-" : "+"}${hours}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Today's date in a zone. */
export function today(zone: string, now: Date): string {
  return wallAt(zone, now.getTime()).date;
}

/** The date `days` later (or earlier, when negative). */
export function addDays(date: string, days: number): string {
  return new Date(utcMidnight(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** ISO weekday of a date: 1 = Monday ... 7 = Sunday. */
export function weekday(date: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return Temporal.PlainDate.from(date).dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** First and last day of the month a date lies in. */
export function monthOf(date: string): { first: string; last: string } {
  const day = Temporal.PlainDate.from(date);
  return {
    first: day.with({ day: 1 }).toString(),
    last: day.with({ day: day.daysInMonth }).toString(),
  };
}

/** True for a `YYYY-MM-DD` that exists in the calendar. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return false;
  }
  const parsed = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(text);
}

/** Seconds after midnight of `HH:MM` or `HH:MM:SS`. */
export function secondsOfDay(time: string): number {
  const [hours = "0", minutes = "0", seconds = "0"] = time.split(":");
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/**
 * Hours from UTC in winter, as the wire's `timezone` gives it: it ignores DST
 * (docs/altegio-api.md, "Dates and times").
 */
export function standardHours(zone: string): number {
  const january = offsetAt(zone, Date.UTC(2026, 0, 15));
  const july = offsetAt(zone, Date.UTC(2026, 6, 15));
  return Math.min(january, july) / 3_600_000;
}

function utcMidnight(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}
