/** The rule that nothing is written twice: two steps in a row that stand elsewhere too are a procedure. */
import { catalogue } from "../catalogue.ts";
import type { Entry } from "../entries.ts";
import type { Report } from "../lint-scenarios.ts";

/** Steps that only lead to a procedure are what procedures are for. */
const leads = /^follow the \*\*[^*]+\*\* procedure\.$/iu;

/** Checks that no entry says what another one says, and that no two steps in a row are those of another entry. */
export function checkRepeated(entries: readonly Entry[], report: Report): void {
  const seen = new Map<string, string>();
  for (const { subject, steps, kind } of entries) {
    const pairs = steps.flatMap(({ text }, index) => {
      const next = steps[index + 1]?.text;
      return next === undefined || kind === "intent" || (leads.test(text) && leads.test(next))
        ? []
        : [`${text}\n${next}`];
    });
    for (const pair of new Set(pairs)) {
      const before = seen.get(pair);
      if (before === undefined) {
        seen.set(pair, subject);
      } else {
        report(catalogue.repeatedSteps, { subject, name: before });
      }
    }
  }
}
