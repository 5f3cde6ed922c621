/** Finds the service or staff member a caller means in a list of names. */
import { closestNames } from "./closest-names.ts";
import { simpleName } from "./simple-name.ts";

/** Something with a name. The label is the name, made unique where two would read alike. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly label: string;
}

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
 * Finds by id, then by the whole name, also with another ending, its beginning, a part of it, a name inside what was said, all of the
 * words, the kind it belongs to, and at last by likeness, for what was misheard or misspelt. The first rule
 * that finds anything decides.
 *
 * @param query what the caller said, or an id
 * @param items the names to choose from
 * @param kinds what each item belongs to, in the same order: the category of a service, the trade of a person
 */
export function matchName(query: string, items: readonly Named[], kinds: readonly string[] = []): NameMatch {
  const id = query.trim();
  const sameId = items.filter((item) => item.id === id);
  if (sameId.length > 0) {
    return found(sameId);
  }
  const wanted = simpleName(query.replace(/[\r\n]+/gu, " "));
  if (wanted === "") {
    return { kind: "none", ids: [], labels: [] };
  }
  // All names go through one call, a line each: a call an item would cost far more.
  const names = simpleLines(items.map((item) => item.name));
  const labels = simpleLines(items.map((item) => item.label));
  const compact = wanted.replaceAll(" ", "");
  const exact = items.filter(
    (_, index) => labels[index] === wanted || (names[index] ?? "").replaceAll(" ", "") === compact,
  );
  if (exact.length > 0) {
    return found(exact);
  }
  const starts = items.filter((_, index) => (names[index] ?? "").startsWith(wanted));
  if (starts.length > 0) {
    return found(starts);
  }
  const stem = compact.slice(0, Math.max(4, compact.length - 2));
  const plural = items.filter((_, index) => {
    const name = (names[index] ?? "").replaceAll(" ", "");
    return name.startsWith(stem) && Math.abs(name.length - compact.length) <= 2;
  });
  if (plural.length === 1) {
    return found(plural);
  }
  const part = items.filter((_, index) => ` ${names[index] ?? ""}`.includes(` ${wanted}`));
  if (part.length > 0) {
    return found(part);
  }
  const inside = items.filter(
    (_, index) => (names[index] ?? "") !== "" && ` ${wanted} `.includes(` ${names[index] ?? ""} `),
  );
  if (inside.length > 0) {
    return found(longest(inside));
  }
  const byWords = matchWords(wanted, items, labels);
  if (byWords.length > 0) {
    return found(byWords);
  }
  const anywhere = items.filter((_, index) => (names[index] ?? "").includes(wanted));
  if (anywhere.length > 0) {
    return found(anywhere);
  }
  const ofKind = matchKind(wanted, items, simpleLines(kinds));
  if (ofKind.length > 0) {
    return found(ofKind);
  }
  const closest = closestNames(wanted, names);
  const alike = closest.alike.flatMap((index) => items.slice(index, index + 1));
  return alike.length > 0
    ? found(alike)
    : {
        kind: "none",
        ids: [],
        labels: closest.nearest.flatMap((index) => items.slice(index, index + 1)).map((item) => item.label),
      };
}

/** Each name reduced to what counts in a comparison. */
function simpleLines(names: readonly string[]): readonly string[] {
  return simpleName(names.map((name) => name.replace(/[\r\n]+/gu, " ")).join("\n")).split("\n");
}

/** Compares word by word, endings left out, so that `colour haircuts` finds `Haircut with colouring`. */
function matchWords(wanted: string, items: readonly Named[], labels: readonly string[]): readonly Named[] {
  const stems = wanted
    .split(" ")
    .filter((word) => word.length > 2)
    .map((word) => ` ${word.slice(0, Math.max(4, word.length - 2))}`);
  return stems.length === 0
    ? []
    : items.filter((_, index) => stems.every((stem) => ` ${labels[index] ?? ""}`.includes(stem)));
}

/** Items of the kind that was named, as in `nails` or `the barber`. */
function matchKind(wanted: string, items: readonly Named[], kinds: readonly string[]): readonly Named[] {
  const stems = wanted
    .split(" ")
    .filter((word) => word.length > 3)
    .map((word) => ` ${word.slice(0, Math.max(4, word.length - 2))}`);
  return items.filter((_, index) => {
    const kind = kinds[index] ?? "";
    return kind !== "" && stems.some((stem) => ` ${kind}`.includes(stem) || stem.startsWith(` ${kind}`));
  });
}

/** Of names that contain each other only the longest: `men's haircut` rather than `haircut`. */
function longest(items: readonly Named[]): readonly Named[] {
  const most = items.reduce((length, item) => Math.max(length, item.name.length), 0);
  const top = items.filter((item) => item.name.length === most);
  return items.every((item) =>
    top.some((other) => other.name.toLowerCase().includes(item.name.toLowerCase())),
  )
    ? top
    : items;
}

function found(items: readonly Named[]): NameMatch {
  return {
    kind: items.length === 1 ? "one" : "several",
    ids: items.map((item) => item.id),
    labels: items.map((item) => item.label),
  };
}
