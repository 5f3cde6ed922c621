import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue, type DiagnosticEntry } from "../../scripts/compiler/diagnostics/catalogue.ts";
import { renderProblems } from "../../scripts/model/render-problems.ts";
import { fixtures, problemsOfFixtures, relative, root } from "./compile-fixtures.ts";

const problems = problemsOfFixtures();
const entries: readonly (readonly [string, DiagnosticEntry])[] = Object.entries(catalogue);

describe("the catalogue", () => {
  test("has a fixture for every entry", () => {
    const covered = new Set<string>(fixtures.map((fixture) => fixture.key));
    expect(entries.map(([key]) => key).filter((key) => !covered.has(key))).toEqual([]);
  });

  test("gives every code and every name once, the code in the range of its group", () => {
    expect(new Set(entries.map(([, entry]) => entry.code)).size).toBe(entries.length);
    expect(new Set(entries.map(([, entry]) => entry.name)).size).toBe(entries.length);
    const ranges: Readonly<Record<string, number>> = {
      typescript: 10,
      syntax: 10,
      types: 11,
      functions: 12,
      suspension: 13,
      library: 14,
      values: 15,
    };
    for (const [key, { code, name }] of entries) {
      expect([key, Math.floor(code / 100)]).toEqual([key, ranges[name.split("/")[0] ?? ""]]);
    }
  });
});

describe("a diagnostic's fixture", () => {
  test.each(fixtures.map((fixture) => [path.basename(fixture.file, ".ts"), fixture] as const))(
    "%s",
    (_name, fixture) => {
      const { code, name } = catalogue[fixture.key];
      const found = problems.filter((problem) => problem.position?.file === relative(fixture.file));
      expect(
        found.map((problem) => ({ code: problem.code, name: problem.name, line: problem.position?.line })),
      ).toEqual([{ code: `NSL${String(code)}`, name, line: fixture.line }]);
    },
  );

  test("is where every problem stands", () => {
    const known = new Set(fixtures.map((fixture) => relative(fixture.file)));
    expect(problems.filter((problem) => !known.has(problem.position?.file ?? ""))).toEqual([]);
  });
});

describe("a diagnostic's text", () => {
  test.each(
    problems.map(
      (problem) =>
        [
          `${problem.code} ${problem.message} (${path.basename(problem.position?.file ?? "", ".ts")})`,
          problem,
        ] as const,
    ),
  )("%s", (_name, { message, advice, length }) => {
    for (const text of [message, advice]) {
      expect(text.trim()).not.toBe("");
      expect(text).not.toMatch(/\{[0-9]\}|``|\[object |SyntaxKind|Expression\)|V8|ECMAScript/u);
      expect(text).toMatch(/^\S(?:.*\S)?$/u);
    }
    expect(length).toBeGreaterThan(0);
  });

  test("is shown with its line, caret and advice", async () => {
    const text = renderProblems(problems, {
      readSource: (file) => readFileSync(path.join(root, file), "utf8"),
      colour: false,
    });
    await expect(text.replaceAll("test/compiler/diagnostics/", "")).toMatchFileSnapshot(
      "diagnostics.snapshot.txt",
    );
  });
});
