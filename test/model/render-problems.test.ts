import { describe, expect, test } from "vitest";
import { problemsToJson, renderProblems } from "../../scripts/model/render-problems.ts";
import type { Problem } from "../../scripts/model/types.ts";

function problem(change: Partial<Problem>): Problem {
  return {
    code: "MOD2004",
    name: "model/duplicate-event",
    severity: "error",
    message: "Twice.",
    advice: "",
    position: { file: "module/b.ts", line: 2, column: 3 },
    length: 4,
    ...change,
  };
}

const texts: Readonly<Record<string, string>> = {
  "module/a.ts": '\tidn: "x",\r\n',
  "module/b.ts": "first\n  idn second\n",
};

const plain = { readSource: (file: string) => texts[file] ?? null, colour: false };

describe("rendered problems", () => {
  test("show place, code, message, source, caret and advice, in order", () => {
    const text = renderProblems(
      [
        problem({ position: null, code: "MOD2052", message: "Nowhere." }),
        problem({ advice: "Keep one." }),
        problem({ position: { file: "module/a.ts", line: 1, column: 7 }, severity: "warning", length: 99 }),
      ],
      plain,
    );
    expect(text).toBe(
      [
        "module/a.ts:1:7 - warning MOD2004: Twice. [model/duplicate-event]",
        "",
        '1 \tidn: "x",',
        "  \t     ~~~~",
        "",
        "module/b.ts:2:3 - error MOD2004: Twice. [model/duplicate-event]",
        "",
        "2   idn second",
        "    ~~~~",
        "",
        "  Keep one.",
        "",
        "error MOD2052: Nowhere. [model/duplicate-event]",
        "",
      ].join("\n"),
    );
  });

  test.each([
    { file: "gone.ts", line: 1, column: 1 },
    { file: "module/b.ts", line: 99, column: 1 },
  ])("leave out a source line that cannot be shown: $file:$line", (position) => {
    expect(
      renderProblems([problem({ position })], plain)
        .trim()
        .split("\n"),
    ).toHaveLength(1);
  });

  test("have a caret even past the end of the line", () => {
    const position = { file: "module/b.ts", line: 1, column: 6 };
    expect(renderProblems([problem({ position, length: 0 })], plain)).toContain("1 first\n       ~\n");
  });

  test("are empty when there are none", () => {
    expect(renderProblems([], plain)).toBe("");
  });

  test("have colours only when asked", () => {
    expect(renderProblems([problem({})], plain)).not.toContain("\u001b");
    expect(renderProblems([problem({})], { ...plain, colour: true })).toContain("\u001b[31merror");
  });

  test("as data are flat records in the same order", () => {
    const records = problemsToJson([problem({ position: null }), problem({})]);
    expect(records.map(({ file, line }) => [file, line])).toEqual([
      ["module/b.ts", 2],
      ["", 0],
    ]);
    expect(Object.keys(records[0] ?? {})).toEqual([
      "code",
      "name",
      "severity",
      "message",
      "advice",
      "file",
      "line",
      "column",
      "length",
    ]);
  });
});
