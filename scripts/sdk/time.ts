/**
 * Moments and time zones. A moment is the number of seconds since 1970-01-01T00:00:00Z; what people say is
 * a date `YYYY-MM-DD` and a time `HH:MM` on the clock of a zone. Written in the handlers' subset over two
 * constructs of the runtimes (Temporal in Node, `datetime` and `zoneinfo` in NSL).
 */
import { isDate } from "./calendar.ts";
import { dateOfDay, dayNumber } from "./days.ts";
import { asInteger } from "./parse.ts";
import { isTimeZone, uncheckedOffset } from "./zones.ts";

/** A moment, or none: `seconds` is 0 when `ok` is false. */
export interface Moment {
  readonly ok: boolean;
  readonly seconds: number;
}

/** What a clock in a zone shows. */
export interface LocalTime {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`. */
  readonly time: string;
  /** Offset from UTC, `+01:00`. */
  readonly offset: string;
}

const noMoment = { ok: false, seconds: 0 } as const;

/**
 * Reads a date and time with an offset: `2026-12-01T10:30:00+01:00`, `...+0100`, `...Z`, with or without
 * seconds and fractions (which are dropped). Anything else gives `ok: false`.
 */
export function parseDateTime(text: string): Moment {
  const parts = text
    .trim()
    .match(
      /^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})$/u,
    );
  const date = parts?.[1] ?? "";
  const hours = asInteger(parts?.[2] ?? "");
  const minutes = asInteger(parts?.[3] ?? "");
  const seconds = asInteger(parts?.[4] ?? "");
  if (!isDate(date) || hours > 23 || minutes > 59 || seconds > 59) {
    return noMoment;
  }
  const clock = dayNumber(date) * 86400 + hours * 3600 + minutes * 60 + seconds;
  return { ok: true, seconds: clock - offsetSeconds(parts?.[5] ?? "Z") };
}

/** Seconds of an offset `Z`, `+0100`, `-05:00`. */
function offsetSeconds(offset: string): number {
  const digits = offset.replace(/[^0-9]/gu, "");
  const total = asInteger(digits.slice(0, 2)) * 3600 + asInteger(digits.slice(2, 4)) * 60;
  return offset.startsWith("-") ? -total : total;
}

/**
 * The offset of a zone at a moment, in seconds; 0 for a zone nobody knows. The history of a few zones differs from
 * database to database (`WET` until 1996): before the year 2000 the offset is the one at its beginning.
 */
export function zoneOffset(seconds: number, zone: string): number {
  const bounded = Math.max(946684800, Math.min(seconds, 253000000000));
  return isTimeZone(zone) ? uncheckedOffset(bounded, zone) : 0;
}

/** What the clock of a zone shows at a moment; UTC for a zone nobody knows. */
export function localTime(seconds: number, zone: string): LocalTime {
  const offset = zoneOffset(seconds, zone);
  const clock = seconds + offset;
  const day = Math.floor(clock / 86400);
  const minute = Math.floor((clock - day * 86400) / 60);
  return {
    date: dateOfDay(day),
    time: `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`,
    offset: offsetText(offset),
  };
}

/** `+01:00` of an offset in seconds. */
function offsetText(offset: number): string {
  const minutes = Math.floor(Math.abs(offset) / 60);
  return `${offset < 0 ? "-" : "+"}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** A number with at least two digits. */
function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/**
 * The moment at which the clock of a zone shows a date and a time. A time the clock skips in spring is moved
 * forward by the gap; of one it shows twice in autumn the first is meant, as Temporal's `compatible` does.
 *
 * @param date `YYYY-MM-DD`
 * @param time `HH:MM`
 */
export function momentOf(date: string, time: string, zone: string): Moment {
  const valid = isDate(date) && /^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/u.test(time) && isTimeZone(zone);
  if (!valid) {
    return noMoment;
  }
  const minutes = asInteger(time.slice(0, 2)) * 60 + asInteger(time.slice(3, 5));
  const clock = dayNumber(date) * 86400 + minutes * 60;
  const before = zoneOffset(clock - 86400, zone);
  const after = zoneOffset(clock + 86400, zone);
  const early = clock - before;
  const late = clock - after;
  const earlyFits = zoneOffset(early, zone) === before;
  const lateFits = zoneOffset(late, zone) === after;
  return { ok: true, seconds: earlyFits || !lateFits ? early : late };
}

/** The moment as ISO 8601 on the clock of a zone: `2026-12-01T10:30+01:00`. */
export function formatMoment(seconds: number, zone: string): string {
  const local = localTime(seconds, zone);
  return `${local.date}T${local.time}${local.offset}`;
}
