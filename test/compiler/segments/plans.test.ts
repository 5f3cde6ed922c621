/** Functions that wait, each with the segments it is cut into (`plans/*.txt`). */
import { beforeAll, describe, expect, it } from "vitest";
import { cutFunction } from "../../../scripts/compiler/segments/cut.ts";
import { planText } from "./plan-text.ts";
import { type ListedPlan, readPlans } from "./read-plans.ts";
import { type TinyFunction, tinyFunctions } from "../tiny-program.ts";

const topics = ["statements", "loops", "expressions", "needs", "refused"];

/** What is refused, a line each, and the segments. */
function planOf(tiny: TinyFunction): string {
  const refusals: string[] = [];
  const plan = cutFunction(tiny.declaration, tiny.context(refusals));
  return [...refusals.map((refusal) => `${refusal}\n`), planText(plan)].join("").trim();
}

describe.each(topics)("%s", (topic) => {
  const listed = readPlans(topic);
  let tiny: readonly TinyFunction[] = [];
  beforeAll(() => {
    tiny = tinyFunctions(listed.map(({ source }) => source));
  });

  it.each(listed.map((entry, index): [string, ListedPlan, number] => [entry.name, entry, index]))(
    "%s",
    (_, { expected }, index) => {
      const found = tiny[index];
      expect(found && planOf(found)).toBe(expected);
    },
  );
});
