/** Random regular expressions: what is carried over to Python finds there what JavaScript finds. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findJinjaVersions } from "../../../scripts/sandbox/platform/python.ts";
import { foundByJavaScript, foundByPython, patternCases, pythonOf } from "./patterns.ts";

const cases = fc.sample(patternCases, { seed: 20_260_115, numRuns: 6000 }).flatMap((given) => {
  const pattern = pythonOf(given);
  return pattern === null ? [] : [[pattern, given] as const];
});

describe("generated patterns", () => {
  test("are carried over often enough, with and without the u flag", () => {
    const unicode = cases.filter(([, { flags }]) => flags.includes("u"));
    expect(unicode.length).toBeGreaterThan(500);
    expect(cases.length - unicode.length).toBeGreaterThan(500);
  });

  test.each(findJinjaVersions().map(({ path }) => path))("find the same in %s", (python) => {
    const found = foundByPython(python, cases);
    const different = cases.flatMap(([pattern, given], index) => {
      const [expected, actual] = [foundByJavaScript(given), found[index]];
      return JSON.stringify(expected) === JSON.stringify(actual)
        ? []
        : [{ pattern, given, expected, actual }];
    });
    expect(different.slice(0, 5)).toEqual([]);
  });
});
