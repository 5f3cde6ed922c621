/** Matches what a caller leaves open between several names. */
import { alternativeNames } from "./listed-names.ts";
import { matchName } from "./match-name.ts";
import type { Named, NamedKind, NameMatch } from "./match-name.ts";

/**
 * Matches a name as `matchName` does, and `Anna or Mila` with both: several then fit, never the first alone. Where
 * only one of them exists, nothing is found and that one is the nearest.
 *
 * @param query what the caller said, or an id
 * @param items the names to choose from
 * @param kinds what each item belongs to, in the same order
 */
export function matchAlternatives(
  query: string,
  items: readonly Named[],
  kinds: readonly string[],
  what: NamedKind,
): NameMatch {
  const whole = matchName(query, items, kinds, what);
  const names = whole.kind === "none" ? alternativeNames(query) : [];
  if (names.length < 2) {
    return whole;
  }
  const matches = names.map((name) => matchName(name, items, kinds, what));
  const found = items.filter((item) => matches.some((match) => match.ids.includes(item.id)));
  const labels = found.length > 0 ? found.map((item) => item.label) : whole.labels;
  const isOne = found.length === 1 && matches.every((match) => match.kind === "one");
  return isOne || found.length > 1
    ? { kind: isOne ? "one" : "several", ids: found.map((item) => item.id), labels }
    : { kind: "none", ids: [], labels };
}
