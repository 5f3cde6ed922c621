/** What the toolkit takes for granted, and what an account says to it. */
import type { Answer, ProbeReport } from "./report.ts";

/** What came of comparing. */
export interface Verdict {
  /** `open`: the account has not told. `told`: nothing is taken for granted, and this is how it is. */
  readonly state: "confirmed" | "contradicted" | "open" | "told";
  /** What was seen, or how it is to be seen: a sentence. */
  readonly says: string;
}

/** One assumption. */
export interface Assumption {
  /** The heading of docs/platform.md that calls it unknown, or that it rests on. */
  readonly heading: string;
  /** The constant that holds it; "" where only the page says it. */
  readonly symbol: string;
  /** Its file, relative to the toolkit. */
  readonly file: string;
  /** Compares it with a report. */
  judge(report: ProbeReport): Verdict;
}

/** Where nearly all of them stand. */
export const contractFile = "scripts/sdk/contract.ts";

/** It is as it is taken for. @param says what was seen, a sentence */
export function confirmed(says: string): Verdict {
  return { state: "confirmed", says };
}

/** It is otherwise. @param says what was seen, a sentence */
export function contradicted(says: string): Verdict {
  return { state: "contradicted", says };
}

/** The account has not told. @param says how it comes to tell, a sentence */
export function open(says: string): Verdict {
  return { state: "open", says };
}

/** Nothing is taken for granted. @param says how it is, a sentence */
export function told(says: string): Verdict {
  return { state: "told", says };
}

/** `confirmed` when it holds, else `contradicted`. */
export function holds(isSo: boolean, says: string): Verdict {
  return isSo ? confirmed(says) : contradicted(says);
}

/**
 * Judges an answer whose skill came to its end; one that did not, or that is not there, is `open`.
 *
 * @param missing what brings the answer
 */
export function onAnswer(
  { answers }: ProbeReport,
  key: string,
  missing: string,
  judge: (answer: Answer) => Verdict,
): Verdict {
  const answer = answers[key];
  if (answer === undefined) {
    return open(missing);
  }
  return answer["ended"] === true ? judge(answer) : open(`The skill of "${key}" has stopped: see the log.`);
}

/** The names of pairs like `[["output", "text"]]`. */
export function namesOf(value: unknown): readonly string[] {
  return pairsOf(value).map(([name = ""]) => name);
}

/** Lists of texts; what is none is left out. */
export function pairsOf(value: unknown): readonly (readonly string[])[] {
  return Array.isArray(value)
    ? value.filter((pair): pair is unknown[] => Array.isArray(pair)).map((pair) => pair.map(String))
    : [];
}

/** The form of a name in pairs; "" where it is not among them. */
export function formIn(value: unknown, name: string): string {
  return pairsOf(value).find(([one]) => one === name)?.[1] ?? "";
}

/** `a, b and c`; `nothing` for none. */
export function listed(names: readonly string[]): string {
  return names.length === 0 ? "nothing" : new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);
}
