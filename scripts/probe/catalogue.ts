/** What `check` says of a probe's report: codes begin at PRB5001 and are never reused. */
import type { ProblemKind } from "../model/problem.ts";

interface Contradiction {
  readonly heading: string;
  readonly symbol: string;
  readonly says: string;
}

/** The kinds of problem. */
export const probeCatalogue = {
  contradicted: {
    code: "PRB5001",
    name: "probe/assumption-contradicted",
    severity: "error",
    message: ({ heading, says }: Contradiction) =>
      `The account contradicts what is taken for granted of "${heading}": ${says}`,
    advice: ({ heading, symbol }: Contradiction) =>
      `Change ${symbol === "" ? "what rests on it" : symbol} so that it fits what was seen, and the section "${heading}" of docs/platform.md with it.`,
  } satisfies ProblemKind<Contradiction>,
} as const;
