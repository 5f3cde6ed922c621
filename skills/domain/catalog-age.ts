/** How long ago the catalogue was loaded. */
import { catalog as catalogAttribute } from "../../attributes/index.ts";
import { isDate, plainTime } from "#sdk";
import type { SkillContext } from "#sdk";
import { minutesInUtc } from "./clock.ts";

/** After this many minutes the services and staff are asked for again: a day. */
const longestAge = 1440;

/**
 * True when a catalogue is too old to be relied on. A moment that cannot be read is; one in the future is not.
 *
 * @param loadedAt when it was loaded, ISO 8601
 * @param now the current moment, in any zone
 * @param longest minutes after which it is too old
 */
export function isStale(loadedAt: string, now: string, longest = longestAge): boolean {
  if (!isMoment(loadedAt)) {
    return true;
  }
  return isMoment(now) && minutesInUtc(now) - minutesInUtc(loadedAt) >= longest;
}

function isMoment(text: string): boolean {
  return isDate(text.slice(0, 10)) && plainTime(text.slice(11, 16)) !== "";
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
