/** Compares names word by word, endings left out. */

/** Places in the list of names. */
export interface WordMatch {
  /** All of the words are in the name, or else in the name and its kind. */
  readonly all: readonly number[];
  /** Some of the words are, the best first: what may be offered instead. */
  readonly some: readonly number[];
}

/** Most names that are offered instead. */
const mostOffered = 3;

/**
 * Finds the names that have every word: a word that is left over tells one thing from another, as in `gel pedicure`
 * where there is only a pedicure.
 *
 * @param said what was said, only words that name something
 * @param names simplified
 * @param kinds what each belongs to, simplified; as many as names, or none
 * @param insideWords a long word may stand inside one of a name, as in `Haarschnitt` and `Herrenhaarschnitt`
 */
export function matchWords(
  said: string,
  names: readonly string[],
  kinds: readonly string[],
  insideWords: boolean,
): WordMatch {
  const words = said.split(" ").map((word, place) => ({
    word,
    inside: insideWords && word.length >= 4 ? word : "\n",
    // An ending is left out, but a short word has to be there whole.
    stem: word.length <= 2 ? `${word} ` : word.slice(0, Math.max(4, word.length - 2)),
    place,
  }));
  const rows = names.map((name, index) => ({ index, name: ` ${name} `, kind: ` ${kinds[index] ?? ""} ` }));
  const byName = rows.filter((row) =>
    words.every((item) => row.name.includes(` ${item.stem}`) || row.name.includes(item.inside)),
  );
  if (byName.length > 0) {
    return { all: byName.map((row) => row.index), some: [] };
  }
  const byKind = rows.filter((row) =>
    words.every(
      (item) =>
        row.name.includes(` ${item.stem}`) ||
        row.kind.includes(` ${item.stem}`) ||
        row.name.includes(item.inside),
    ),
  );
  if (byKind.length > 0) {
    return { all: byKind.map((row) => row.index), some: [] };
  }
  // A word of the name counts for more than one of its kind, and the last word, which mostly says what it is, double.
  const scored = rows
    .filter((row) => words.some((item) => `${row.name}${row.kind}`.includes(` ${item.stem}`)))
    .map((row) => ({
      index: row.index,
      parts: [
        ...row.name.split(" ").map((part) => ({ part: `${part} `, weight: 3 })),
        ...row.kind.split(" ").map((part) => ({ part: `${part} `, weight: 1 })),
      ],
    }))
    .map((row) => ({
      index: row.index,
      score: words
        .map((item) => ({
          times: item.place === words.length - 1 ? 2 : 1,
          // `hair` is not `haircut`.
          weight: row.parts
            .filter(
              ({ part }) => part.startsWith(item.stem) && Math.abs(part.length - 1 - item.word.length) <= 2,
            )
            .reduce((most, { weight }) => Math.max(most, weight), 0),
        }))
        .reduce((sum, { times, weight }) => sum + times * weight, 0),
    }))
    .toSorted((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return {
    all: [],
    some: scored
      .filter((row) => row.score > 0 && row.score * 2 >= best)
      .map((row) => row.index)
      .slice(0, mostOffered),
  };
}
