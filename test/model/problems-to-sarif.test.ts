import { describe, expect, test } from "vitest";
import { problemsToSarif } from "../../scripts/model/problems-to-sarif.ts";
import type { Problem } from "../../scripts/model/types.ts";

function problem(change: Partial<Problem>): Problem {
  return {
    code: "NSL1003",
    name: "syntax/no-unbounded-loop",
    severity: "error",
    message: "No loop.",
    advice: "",
    position: { file: "skills/b.ts", line: 4, column: 3 },
    length: 5,
    ...change,
  };
}

describe("problems as SARIF", () => {
  test("name the version, the schema and the tool, also without problems", () => {
    const log = problemsToSarif([]);
    expect(log.version).toBe("2.1.0");
    expect(log.$schema).toMatch(/^https:\/\/.*sarif-2\.1\.0\.json$/u);
    expect(log.runs).toEqual([
      {
        tool: { driver: { name: "altegio-module", rules: [] } },
        columnKind: "utf16CodeUnits",
        results: [],
      },
    ]);
  });

  test("are sorted by place, and each result points to its rule", () => {
    const [run] = problemsToSarif([
      problem({ code: "NSL1101", name: "types/condition" }),
      problem({ position: { file: "skills/a.ts", line: 9, column: 1 } }),
      problem({ position: null, code: "MOD2052", name: "module/identity" }),
    ]).runs;
    expect(run.tool.driver.rules).toEqual([
      { id: "MOD2052", name: "module/identity" },
      { id: "NSL1003", name: "syntax/no-unbounded-loop" },
      { id: "NSL1101", name: "types/condition" },
    ]);
    expect(run.results.map(({ ruleId }) => ruleId)).toEqual(["NSL1003", "NSL1101", "MOD2052"]);
    expect(
      run.results.map(({ ruleId, ruleIndex }) => run.tool.driver.rules[ruleIndex]?.id === ruleId),
    ).toEqual([true, true, true]);
  });

  test("give a rule once however often it is broken", () => {
    const [run] = problemsToSarif([problem({}), problem({ length: 7 })]).runs;
    expect(run.tool.driver.rules).toHaveLength(1);
    expect(run.results).toHaveLength(2);
  });

  test("show level, message with advice, and the stretch of the line", () => {
    const [run] = problemsToSarif([problem({ severity: "warning", advice: "Use `for`." })]).runs;
    expect(run.results).toEqual([
      {
        ruleId: "NSL1003",
        ruleIndex: 0,
        level: "warning",
        message: { text: "No loop. Use `for`." },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "skills/b.ts", uriBaseId: "SRCROOT" },
              region: { startLine: 4, startColumn: 3, endColumn: 8 },
            },
          },
        ],
      },
    ]);
  });

  test("write a path as a URI, an empty stretch as one character, and no place as no location", () => {
    const [run] = problemsToSarif([
      problem({ position: { file: "skills/a b#1.ts", line: 1, column: 1 }, length: 0 }),
      problem({ position: null }),
    ]).runs;
    const [first, second] = run.results.map(({ locations }) => locations);
    expect(first?.[0]?.physicalLocation.artifactLocation.uri).toBe("skills/a%20b%231.ts");
    expect(first?.[0]?.physicalLocation.region.endColumn).toBe(2);
    expect(second).toEqual([]);
  });
});
