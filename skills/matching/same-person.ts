/** Whether two names that were given are one person's. */
import { isNearWord } from "./near-word.ts";
import { isNickname } from "./nicknames.ts";
import { simpleName } from "./simple-name.ts";
import { soundsLike } from "./sounds-like.ts";
import { withoutTitles } from "./titles.ts";

/**
 * `same`: every word of the shorter name is in the longer one, heard or spelled alike. `perhaps`: the words that are
 * not may be forms of one another, an initial, a short form or an ending that was misheard, or a family name stands
 * alone after a title; the caller has to say whether it is for somebody else. `another`: a word is a clearly different
 * one.
 */
export type PersonLikeness = "same" | "perhaps" | "another";

/**
 * Compares the names of two appointments at one number. Titles do not count: `Frau Dr. Braun`, `Petra Braun`.
 *
 * @param known the name of the appointment that is there, "" for one that was stored before names were: the same
 * @param given the name that is given now
 */
export function comparePersons(known: string, given: string): PersonLikeness {
  if (known === "") {
    return "same";
  }
  const lines = [known, given].map((name) => name.replace(/[\r\n]+/gu, " ")).join("\n");
  const names = soundsLike(simpleName(lines))
    .split("\n")
    .map((name) => name.split(" "))
    .map((said) => ({ said, words: withoutTitles(said) }))
    .toSorted((a, b) => a.words.length - b.words.length);
  const fewer = names[0]?.words ?? [];
  const more = names[1]?.words ?? [];
  const left = fewer.filter(
    (word, at) =>
      !more.some(
        (name, place) =>
          name === word || (isNearWord(name, word) && !(at === 0 && place === 0 && isOtherForm(name, word))),
      ),
  );
  if (left.some((word) => !more.some((name) => isOtherForm(name, word) || isNickname(name, word)))) {
    return "another";
  }
  // A family name after a title may be that of anybody in the family.
  const isTitled = names.some(({ said, words }) => said.length > words.length);
  const isFamilyAlone =
    fewer.length === 1 && isTitled && names[0]?.said.join(" ") !== names[1]?.said.join(" ");
  return left.length > 0 || isFamilyAlone ? "perhaps" : "same";
}

/**
 * True for an initial, the beginning of the other word, and another vowel at the end: `P`, `Alex` and `Alexander`,
 * `Maria` and `Marie`. As they sound, J may be an I or a U, and C a K or a CH.
 */
function isOtherForm(a: string, b: string): boolean {
  const short = a.length <= b.length ? a : b;
  const long = a.length <= b.length ? b : a;
  return (
    long.startsWith(short) ||
    (short === "i" && long.startsWith("u")) ||
    (short === "k" && long.startsWith("ch")) ||
    (short.slice(0, -1) === long.slice(0, -1) && /[aeiou]$/u.test(short) && /[aeiou]$/u.test(long))
  );
}

/** True unless the names are clearly of two people. */
export function isSamePerson(known: string, given: string): boolean {
  return comparePersons(known, given) !== "another";
}
