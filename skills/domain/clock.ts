/** What time it is at the location. */
import { dayNumber, isDate, minutesOf } from "#sdk";
import type { SkillContext } from "#sdk";

/** The location's own date and time. */
export interface Clock {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** `HH:MM`. */
  readonly now: string;
}

/**
 * The current date and time in a zone.
 *
 * @param zone an IANA zone; anything else means the account's own zone
 */
export function readClock(ctx: SkillContext, zone: string): Clock {
  return clockAt(ctx.getDateTime(zone));
}

/** The date and time of a moment that was read in the location's zone. */
export function clockAt(moment: string): Clock {
  return { today: moment.slice(0, 10), now: moment.slice(11, 16) };
}

/**
 * Minutes since 1970 on the clock a moment is written on; 0 for a text that is no moment.
 *
 * @param moment begins `YYYY-MM-DDTHH:MM`
 */
export function minutesAt(moment: string): number {
  const date = moment.slice(0, 10);
  return isDate(date) ? dayNumber(date) * 1440 + minutesOf(moment.slice(11, 16)) : 0;
}

/** Minutes since 1970 in UTC of a moment with its offset, as `getDateTime` gives it in any zone: `...+02:00`. */
export function minutesInUtc(moment: string): number {
  const offset = moment.match(/T.*([+-])([0-9]{2}:[0-9]{2})$/u);
  const shift = minutesOf(offset?.[2] ?? "00:00");
  return minutesAt(moment) - (offset?.[1] === "-" ? -shift : shift);
}
