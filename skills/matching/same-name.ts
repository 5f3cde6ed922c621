/** Compares the name a caller gives with the one a client is known by. */
import { simpleName } from "./simple-name.ts";
import { soundsLike } from "./sounds-like.ts";
import { withoutTitles } from "./titles.ts";

/** Words that may be said beyond what a client is known by: a family name, another first name. More would be guessing. */
const mostBeyond = 1;

/**
 * True when one name holds every word of the other, in any order, whatever the case, the accents, the alphabet and
 * the spelling of the same sounds. A first name alone does not tell two people apart, so it is not enough where
 * the client is known by more. Several names in one breath are none: one of them would fit many a client.
 *
 * @param given what the caller said
 * @param known the client's name
 */
export function isSameName(given: string, known: string): boolean {
  if (/[\r\n/;&+|]/u.test(given)) {
    return false;
  }
  const said = nameWords(given);
  const words = nameWords(known);
  const enough = said.length >= Math.min(2, words.length) && said.length <= words.length + mostBeyond;
  return isWithin(said, words, enough);
}

/**
 * The same for a caller whom the number already vouches for: one word of the name is enough, and a client kept
 * without a name is the caller.
 *
 * @param given what the caller said
 * @param known the client's name
 */
export function isPartOfName(given: string, known: string): boolean {
  const said = nameWords(given);
  const words = nameWords(known);
  return words.length === 0 || isWithin(said, words, true);
}

function isWithin(said: readonly string[], words: readonly string[], enough: boolean): boolean {
  return (
    enough &&
    said.length > 0 &&
    words.length > 0 &&
    (said.every((word) => words.includes(word)) || words.every((word) => said.includes(word)))
  );
}

/** Each word once, without titles. Digits are no name: some businesses keep a client by the number. */
function nameWords(name: string): readonly string[] {
  const words = withoutTitles(soundsLike(simpleName(name).replaceAll("\n", " ")).split(" "));
  return words.filter((word, index) => /[^0-9]/u.test(word) && words.indexOf(word) === index);
}
