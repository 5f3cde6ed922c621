/** Compares names by the pairs of neighbouring letters they share, which survives most slips. */

/** Indexes of names. */
export interface ClosestNames {
  /** So alike that one of them must be meant. */
  readonly alike: readonly number[];
  /** Up to three that are worth mentioning, the closest first. */
  readonly nearest: readonly number[];
}

/** Likeness in percent, in the steps it is told apart by; the first is the least worth mentioning. */
const steps = [30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95, 100] as const;

/** The number of steps from which a name with the same first letter is taken for the one meant: 50 %. */
const alikeFrom = 5;

/** A name that is like what was said in one of its words only comes this many steps after a whole one. */
const wordLoss = 2;

/** Names this many steps below the best are as likely. */
const margin = 1;

/**
 * Finds the names most alike to what was said; to a single word also those with a word like it.
 *
 * @param said what was said, simplified
 * @param names simplified names
 */
export function closestNames(said: string, names: readonly string[]): ClosestNames {
  const wanted = soundsLike(said).replaceAll(" ", "");
  const isWord = !said.includes(" ");
  const heard = soundsLike(names.join("\n")).split("\n");
  const pairs: string[] = [];
  for (let i = 0; i < wanted.length - 1; i += 1) {
    pairs.push(wanted.slice(i, i + 2));
  }
  if (pairs.length < 2) {
    return { alike: [], nearest: [] };
  }
  const first = wanted.slice(0, 1);
  const scored = heard
    .map((name, index) => ({
      index,
      isAlike: ` ${name}`.includes(` ${first}`),
      score: [name.replaceAll(" ", ""), ...name.split(" ")]
        .filter(
          (part, place) =>
            place === 0 || (isWord && part.length > 2 && Math.abs(part.length - wanted.length) <= 2),
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
    .filter((item) => item.score > 0)
    .toSorted((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return {
    alike: scored
      .filter((item) => item.isAlike && item.score >= alikeFrom && item.score >= best - margin)
      .map((item) => item.index),
    nearest: scored.slice(0, 3).map((item) => item.index),
  };
}

/** Spellings of one sound made the same: `Sophia` and `Sofia`, `Karl` and `Carl`. */
function soundsLike(text: string): string {
  return text
    .replaceAll("ph", "f")
    .replaceAll("th", "t")
    .replaceAll("ck", "k")
    .replaceAll("qu", "k")
    .replaceAll("c", "k")
    .replaceAll("y", "i")
    .replaceAll("w", "v");
}
