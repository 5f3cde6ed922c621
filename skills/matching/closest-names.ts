/** Compares names by the pairs of neighbouring letters they share, which survives most slips. */
import { soundsLike } from "./sounds-like.ts";

/** Indexes of names. */
export interface ClosestNames {
  /** So alike that one of them must be meant. */
  readonly alike: readonly number[];
  /** Up to three that are worth mentioning, the closest first. */
  readonly nearest: readonly number[];
}

/** Likeness in percent, in the steps it is told apart by; the first is the least worth mentioning. */
const steps = [40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100] as const;

/** Words with the same first letter and this likeness in percent are taken for one another. */
const sameWord = 50;

/** Shorter words must be equal, as they sound: `Anna` is not the `and` of `blow-dry and styling`. */
const shortest = 4;

/** The number of steps from which a whole name is taken for another that is divided into words differently: 70 %. */
const sameWhole = 7;

/** A name that is like what was said in one of its words only comes this many steps after a whole one. */
const wordLoss = 2;

/** Names this many steps below the best are as likely. */
const margin = 1;

/**
 * Finds the names most alike to what was said. One is taken for what was said only when every word said has one
 * like it, so that `classic pedicure` is no `classic manicure`.
 *
 * @param said what was said, simplified
 * @param names simplified names
 */
export function closestNames(said: string, names: readonly string[]): ClosestNames {
  const heard = spelledAlike(said);
  const whole = heard.replaceAll(" ", "");
  const isWord = !heard.includes(" ");
  const words = heard.split(" ").map((word) => ({
    text: word,
    first: word.slice(0, 1),
    length: word.length,
    pairs: pairsOf(word),
  }));
  const pairs = pairsOf(whole);
  if (pairs.length < 2) {
    return { alike: [], nearest: [] };
  }
  const scored = spelledAlike(names.join("\n"))
    .split("\n")
    .map((name, index) => ({ index, name, parts: name.split(" "), joined: name.replaceAll(" ", "") }))
    .map((row) => ({
      index: row.index,
      hasWords:
        words.every((word) => ` ${row.name}`.includes(` ${word.first}`)) &&
        words.every((word) =>
          row.parts.some(
            (part) =>
              part.startsWith(word.first) &&
              (part === word.text || (part.length >= shortest && word.length >= shortest)) &&
              Math.abs(part.length - word.length) <= 2 &&
              word.pairs.filter((pair) => part.includes(pair)).length * 200 >=
                sameWord * (word.pairs.length + part.length - 1),
          ),
        ),
      isDivided:
        row.joined.startsWith(whole.slice(0, 1)) &&
        row.parts.length !== words.length &&
        Math.abs(row.joined.length - whole.length) <= 1,
      score: [row.joined, ...row.parts]
        .filter(
          (part, place) =>
            place === 0 || (isWord && part.length > 2 && Math.abs(part.length - whole.length) <= 2),
        )
        .map((part) => ({
          shared: pairs.filter((pair) => part.includes(pair)).length,
          all: pairs.length + part.length - 1,
        }))
        .map(
          (part, place) =>
            steps.filter((step) => part.shared * 200 >= step * part.all).length -
            (place === 0 ? 0 : wordLoss),
        )
        .reduce((most, score) => Math.max(most, score), 0),
    }))
    .filter((item) => item.score > 0 || item.hasWords)
    .toSorted((a, b) => b.score - a.score);
  const alike = scored.filter((item) => item.hasWords || (item.isDivided && item.score >= sameWhole));
  const best = alike[0]?.score ?? 0;
  return {
    alike: alike.filter((item) => item.score >= best - margin).map((item) => item.index),
    nearest: scored.slice(0, 3).map((item) => item.index),
  };
}

/** As it sounds, with one spelling for the `ts` of `litsa`, which `simpleName` writes `c`. Too loose to tell who is who. */
function spelledAlike(text: string): string {
  return soundsLike(text.replaceAll("ts", "c"));
}

/** The neighbouring letters of a text, two by two. */
function pairsOf(text: string): readonly string[] {
  const pairs: string[] = [];
  for (let i = 0; i < text.length - 1; i += 1) {
    pairs.push(text.slice(i, i + 2));
  }
  return pairs;
}
