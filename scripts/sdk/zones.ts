/** Time zones in Node, over Temporal. The compiler has a construct of its own for each function here. */
import { Temporal } from "@js-temporal/polyfill";

/** Names Python and Temporal both know are shaped so; offsets such as `+01:00` are not names. */
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}$/;

/** Old names Intl still takes and the database of Python has no more. */
const DROPPED = new Set(
  `ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST
   US/Pacific-New Canada/East-Saskatchewan`.split(/\s+/),
);

/** Is this an IANA time zone, written as the database writes it? */
export function isTimeZone(zone: string): boolean {
  if (!ZONE_NAME.test(zone) || DROPPED.has(zone) || zone.startsWith("SystemV/")) {
    return false;
  }
  try {
    const known = new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
    return known === zone || known.toLowerCase() !== zone.toLowerCase();
  } catch {
    return false;
  }
}

/**
 * The offset of a zone from UTC at a moment, in seconds, positive to the east.
 *
 * @param seconds the moment, in seconds since 1970-01-01T00:00:00Z; years 1 to 9998
 * @param zone a zone `isTimeZone` knows
 */
export function uncheckedOffset(seconds: number, zone: string): number {
  const moment = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone);
  return Math.trunc(moment.offsetNanoseconds / 1e9);
}
