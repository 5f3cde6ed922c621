/** What is said in place of a first name, or before it. */

/** As they sound. */
const titles =
  " mr mrs ms mis mister misus madam madame me monsieur mle mademoisele her frau fraulain dr doktor prof profesor sir senor senora senorita sr sra srta signor signore signora signorina sig pan pani gospodin gospozha ing mag dipl ";

/**
 * The words of a name without titles; all of them when there is nothing else.
 *
 * @param words as they sound
 */
export function withoutTitles(words: readonly string[]): readonly string[] {
  const rest = words.filter((word) => !titles.includes(` ${word} `));
  return rest.length === 0 ? words : rest;
}
