/** Reads lists of functions and their plans: `=== name`, the source, `=>`, and what is expected. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** One function and what becomes of it. */
export interface ListedPlan {
  readonly name: string;
  readonly source: string;
  readonly expected: string;
}

/** The functions of one list. */
export function readPlans(topic: string): readonly ListedPlan[] {
  return readFileSync(fileURLToPath(new URL(`./plans/${topic}.txt`, import.meta.url)), "utf8")
    .split(/^=== /mu)
    .slice(1)
    .map((part) => {
      const [source = "", expected = ""] = part.slice(part.indexOf("\n") + 1).split(/^=>$/mu);
      return {
        name: part.slice(0, part.indexOf("\n")),
        source: source.trim(),
        expected: expected.trim(),
      };
    });
}
