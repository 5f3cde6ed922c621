/** Finds the service or staff member a caller means in a list of names. */

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

/** A name reduced to what counts in a comparison: lower case, no punctuation, single blanks. */
export function plainName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[ \t\r\n.,;:!?"'`’()/+&_-]+/gu, " ")
    .trim();
}

/**
 * Finds by id, then by the whole name, its beginning, a part of it, a name inside what was said, and all
 * of the words. The first rule that finds anything decides.
 *
 * @param query what the caller said, or an id
 * @param items the names to choose from
 */
export function matchName(query: string, items: readonly Named[]): NameMatch {
  const id = query.trim();
  const wanted = plainName(query);
  const sameId = items.filter((item) => item.id === id);
  if (sameId.length > 0) {
    return found(sameId);
  }
  if (wanted === "") {
    return { kind: "none", ids: [], labels: [] };
  }
  const exact = items.filter((item) => plainName(item.name) === wanted || plainName(item.label) === wanted);
  if (exact.length > 0) {
    return found(exact);
  }
  const starts = items.filter((item) => plainName(item.name).startsWith(wanted));
  if (starts.length > 0) {
    return found(starts);
  }
  const contains = items.filter((item) => plainName(item.name).includes(wanted));
  if (contains.length > 0) {
    return found(contains);
  }
  const inside = items.filter((item) => ` ${wanted} `.includes(` ${plainName(item.name)} `));
  return inside.length > 0 ? found(inside) : matchWords(wanted, items);
}

/** Compares word by word, endings left out, so that `colour haircuts` finds `Haircut with colouring`. */
function matchWords(wanted: string, items: readonly Named[]): NameMatch {
  const words = wanted.split(" ").filter((word) => word.length > 2);
  const all: Named[] = [];
  const some: Named[] = [];
  for (const item of items) {
    const name = plainName(item.label);
    const strong = words.filter((word) => name.includes(word.slice(0, Math.max(4, word.length - 2)))).length;
    if (strong > 0 && strong === words.length) {
      all.push(item);
    }
    if (words.some((word) => name.includes(word.slice(0, 4)))) {
      some.push(item);
    }
  }
  if (all.length > 0) {
    return found(all);
  }
  return { kind: "none", ids: [], labels: some.slice(0, 3).map((item) => item.label) };
}

function found(items: readonly Named[]): NameMatch {
  return {
    kind: items.length === 1 ? "one" : "several",
    ids: items.map((item) => item.id),
    labels: items.map((item) => item.label),
  };
}
