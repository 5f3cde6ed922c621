/**
 * Finds out on which terms most members do a service, so that only what differs is kept. By id and without a call
 * for each entry, because there may be hundreds of services for each of dozens of members.
 */
import { asNumber, asText, property } from "#sdk";
import type { JsonObject } from "#sdk";
import type { StaffService } from "./terms.ts";

/**
 * The terms of a member where they are not the usual ones, as one text.
 *
 * @param done the services of the member
 * @param usual what `withMember` made of the members before
 */
export function ownTerms(done: readonly StaffService[], usual: JsonObject): string {
  return done
    .filter(({ id, terms }) => {
      const known = property(usual, id);
      return known !== null && asText(property(known, "terms")) !== terms;
    })
    .map(({ id, terms }) => `${id}:${terms}`)
    .join(" ");
}

/**
 * The usual terms by service id, with those of a further member. The first member who does a service decides;
 * `shortest` and `longest` are the durations of all so far, 0 when none is known.
 */
export function withMember(usual: JsonObject, done: readonly StaffService[]): JsonObject {
  const entries = done.map(({ id, seconds, terms }) => {
    const known = property(usual, id);
    const shortest = asNumber(property(known, "shortest"), 0);
    const longest = asNumber(property(known, "longest"), 0);
    return {
      id,
      service: {
        terms: known === null ? terms : asText(property(known, "terms")),
        shortest: shortest === 0 || (seconds > 0 && seconds < shortest) ? seconds : shortest,
        longest: seconds > longest ? seconds : longest,
      },
    };
  });
  return { ...usual, ...Object.fromEntries(entries.map((entry) => [entry.id, entry.service])) };
}
