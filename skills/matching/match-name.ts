/** Finds the service or staff member a caller means in a list of names. */
import { closestNames } from "./closest-names.ts";
import { matchWhole } from "./match-whole.ts";
import { matchWords } from "./match-words.ts";
import { namingWords, sameWords } from "./name-words.ts";
import { simpleName } from "./simple-name.ts";

/** Something with a name. The label is the name, made unique where two would read alike. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly label: string;
}

/** What the names are of. Only words of services are put together, as in `Haarschnitt` and `Herrenhaarschnitt`. */
export type NamedKind = "service" | "staff member";

/**
 * What was found. `one`: `ids` and `labels` hold the match. `several`: they hold all that fit, to ask back.
 * `none`: `labels` holds up to three of the nearest names, `ids` is empty.
 */
export interface NameMatch {
  readonly kind: "one" | "several" | "none";
  readonly ids: readonly string[];
  readonly labels: readonly string[];
}

/**
 * Finds by id, then by the whole name, its beginning or a part of it, then by all of the words that name
 * something, in the name or the kind it belongs to, and at last by likeness, for what was misheard or misspelt. The
 * first rule that finds anything decides. A name that lacks one of the words is only offered.
 *
 * @param query what the caller said, or an id
 * @param items the names to choose from
 * @param kinds what each item belongs to, in the same order: the category of a service, the trade of a person
 */
export function matchName(
  query: string,
  items: readonly Named[],
  kinds: readonly string[] = [],
  what: NamedKind = "service",
): NameMatch {
  const id = query.trim();
  const sameId = items.filter((item) => item.id === id);
  if (sameId.length > 0) {
    return found(sameId);
  }
  const said = simpleName(query.replace(/[\r\n]+/gu, " "));
  if (said === "") {
    return { kind: "none", ids: [], labels: [] };
  }
  // All names go through one call, a line each: a call an item would cost far more.
  const names = simpleText(items.map((item) => item.name));
  const labels = simpleText(items.map((item) => item.label));
  const literal = matchWhole(said, names.split("\n"), labels.split("\n"));
  if (literal.length > 0) {
    return found(at(items, literal));
  }
  const naming = sameWords(namingWords(said));
  const meant = naming === "" ? said : naming;
  const meantNames = sameWords(names).split("\n");
  const meantLabels = sameWords(labels).split("\n");
  const whole = matchWhole(meant, meantNames, meantLabels);
  if (whole.length > 0) {
    return found(at(items, whole));
  }
  const meantKinds = sameWords(simpleText(kinds)).split("\n");
  const byWords = matchWords(meant, meantLabels, meantKinds, what === "service");
  if (byWords.all.length > 0) {
    return found(at(items, byWords.all));
  }
  const closest = closestNames(meant, meantNames);
  if (closest.alike.length > 0) {
    return found(at(items, closest.alike));
  }
  const nearest = at(items, byWords.some.length > 0 ? byWords.some : closest.nearest);
  return { kind: "none", ids: [], labels: nearest.map((item) => item.label) };
}

/** Names reduced to what counts in a comparison, a line each. */
function simpleText(names: readonly string[]): string {
  return simpleName(names.map((name) => name.replace(/[\r\n]+/gu, " ")).join("\n"));
}

function at(items: readonly Named[], places: readonly number[]): readonly Named[] {
  return places.flatMap((place) => items.slice(place, place + 1));
}

function found(items: readonly Named[]): NameMatch {
  return {
    kind: items.length === 1 ? "one" : "several",
    ids: items.map((item) => item.id),
    labels: items.map((item) => item.label),
  };
}
