/** An error of types does not keep the other problems of a program to itself; what only follows from it is not told. */
import { expect, test } from "vitest";
import { compilePrograms, textProgram } from "../../scripts/sandbox/program/index.ts";

function problemsOf(source: string): readonly string[] {
  const { problems, flows } = compilePrograms([textProgram("Beside", source)]);
  expect(flows.size).toBe(0);
  return problems.map(({ name, position }) => `${String(position?.line)} ${name}`);
}

test("all problems of a program are told at once", () => {
  const source = `interface Given { readonly text?: string }
function long(text: string): boolean { return text.length > 3; }
export function main(given: Given): boolean {
  var count = 1234567890123456;
  let rest = 1;
  rest &= 3;
  return long(given.text) && count > rest;
}
`;
  expect(problemsOf(source)).toEqual([
    "4 syntax/no-var",
    "4 syntax/long-number",
    "6 syntax/unsupported",
    "7 typescript/error",
  ]);
});

test("what is of no type after an error is not told again", () => {
  const source = `import { other } from "./nowhere.ts";
export function main(text: string): string {
  const found = other(text);
  if (found > 3) { return found + 1; }
  return found;
}
`;
  expect(problemsOf(source)).toEqual(["1 typescript/error"]);
});

test("what cannot be parsed is told alone", () => {
  expect(
    problemsOf(`export function main(text: string): string { var a = 1.5; return text +; }\n`).every(
      (problem) => problem.endsWith("typescript/error"),
    ),
  ).toBe(true);
});

test("a variable that has no value yet is told behind a loop that a label leaves, too", () => {
  const source = `export function main(rows: string[]): string {
  let last: string;
  let other: string;
  outer: for (const row of rows) {
    for (const letter of row) {
      last = letter;
      if (letter === "x") continue outer;
    }
    return last;
  }
  found: {
    for (const row of rows) if (row === "") { other = row; break found; }
    return "none";
  }
  return other + last;
}
`;
  expect(problemsOf(source)).toEqual(["9 typescript/error", "15 typescript/error"]);
});
