/** How long ago the catalogue was loaded. */
import { catalog as catalogAttribute } from "../../attributes/index.ts";
import { isDate, plainTime } from "#sdk";
import type { SkillContext } from "#sdk";
import { minutesAt } from "./clock.ts";

/** After this many minutes the services and staff are asked for again: a day. */
const longestAge = 1440;

/**
 * True when a catalogue is too old to be relied on. A moment that cannot be read is; one in the future is not.
 *
 * @param loadedAt when it was loaded, ISO 8601 in UTC
 * @param now the current moment, likewise
 * @param longest minutes after which it is too old
 */
export function isStale(loadedAt: string, now: string, longest = longestAge): boolean {
  const [loadedDate, loadedTime] = [loadedAt.slice(0, 10), plainTime(loadedAt.slice(11, 16))];
  const [date, time] = [now.slice(0, 10), plainTime(now.slice(11, 16))];
  if (!isDate(loadedDate) || loadedTime === "") {
    return true;
  }
  if (!isDate(date) || time === "") {
    return false;
  }
  return minutesAt(`${date}T${time}`) - minutesAt(`${loadedDate}T${loadedTime}`) >= longest;
}

/**
 * Makes the stored catalogue count as outdated, so that the next operation asks for services, staff and who does what
 * again.
 */
export function expireCatalog(ctx: SkillContext): void {
  const stored = ctx.getCustomerAttribute(catalogAttribute.idn);
  // Inside a name the quotes would be escaped, so only the member itself is found.
  const expired = stored.replace(/"loadedAt":"[^"]*"/u, '"loadedAt":""');
  if (expired !== stored) {
    ctx.setCustomerAttribute(catalogAttribute.idn, expired);
  }
}
