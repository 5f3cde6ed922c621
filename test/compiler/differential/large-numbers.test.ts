/** Numbers beyond 2^53 are rounded in JavaScript and not in Python: the skill stops before they differ. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compilePrograms, createRunner, type ProgramRunner } from "../../../scripts/sandbox/program/index.ts";
import type { JsonValue } from "#sdk";
import { fixture, fixtureProgram, program } from "../fixtures/fixture.ts";

const largest = 999_999_999_999_999;

/** Constants that are each built of the one before twice over: what one can be is found out once. */
const doubled = Array.from(
  { length: 40 },
  (_, at) => `const n${String(at + 1)} = n${String(at)} + n${String(at)};`,
);

/** A program, the inputs it takes, and those for which it stops. */
const cases: readonly (readonly [string, string, readonly JsonValue[], readonly JsonValue[]])[] = [
  [
    "a product",
    program`export function main(n: number): string { return String(n * n); }`,
    [0, -3, 94_906_265, -94_906_265],
    [94_906_267, -largest],
  ],
  [
    "a product with a literal, in a test",
    program`export function main(n: number): boolean { return n > 5 && n * 1000 > 7; }`,
    [1, 6, 9_007_199_254_740],
    [9_007_199_254_741],
  ],
  [
    "a product of constants that are built of each other",
    `export function main(n0: number): string { ${doubled.join(" ")} return String(n40 * 3); }`,
    [0, 1, -2730],
    [2731, -largest],
  ],
  [
    "a sum in a loop",
    program`export function main(l: number[]): string { let s = 0; for (const n of l) { s += n; } return String(s); }`,
    [[], [largest, largest, -3]],
    [Array.from({ length: 10 }, () => largest)],
  ],
  [
    "a number that is doubled",
    program`export function main(n: number): string { let s = n; for (let i = 0; i < 60; i += 1) { s = s + s; } return String(s); }`,
    [0],
    [1, -1],
  ],
  [
    "a product that is built up",
    program`export function main(n: number): string { let f = 1; for (let k = 1; k <= n; k += 1) { f *= k; } return String(f); }`,
    [0, 18],
    [19, 40],
  ],
  [
    "a sum of a list",
    program`export function main(l: number[]): string { return String(l.reduce((sum, n) => sum - n, 0)); }`,
    [[], [1, 2]],
    [Array.from({ length: 10 }, () => largest)],
  ],
  [
    "a product of a product, through a variable, a function and a parameter",
    program`
function square(n: number): number { return n * n; }
function nine(n: number): number { return n * 9; }
export function main(n: number): string {
  let x = n * n;
  if (n > 1000) { x = x * 9; }
  return [x, nine(square(n)), square(n) * 9, Number(n * n) * 9].join(" ");
}`,
    [0, 1001, 31_000_000],
    [94_906_265],
  ],
  [
    "a number that is read from a part of a text whose end comes first",
    program`export function main(t: string): string { return String(Number(t.substring(15, 0)) * 10); }`,
    ["12", "900719925474099"],
    ["900719925474100"],
  ],
  [
    "a sum whose parts stand in a constant",
    program`export function main(n: number): string { let a = 0; let b = 1; for (let i = 0; i < n; i += 1) { const next = a + b; a = b; b = next; } return String(b); }`,
    [0, 77],
    [90],
  ],
  [
    "a sum that is given together with another value",
    program`export function main(n: number): string { let a = 0; let b = 1; for (let i = 0; i < n; i += 1) { [a, b] = [b, a + b]; } return String(b); }`,
    [0, 77],
    [90],
  ],
  [
    "a sum on one of two ways",
    program`export function main(l: number[]): string { let s = 0; for (const n of l) { s = n > 5 ? s + n : s; } return String(s); }`,
    [[], [3, largest, largest]],
    [Array.from({ length: 10 }, () => largest)],
  ],
  [
    "sums in entries of records",
    program`
export function main(l: number[]): string {
  const t = { sum: 0, less: 0 };
  const counts: Record<string, number> = {};
  for (const n of l) { t.sum += n; t.less = t.less - n; counts["all"] = (counts["all"] ?? 0) + n; }
  return [t.sum, t.less, counts["all"] ?? 0].join(" ");
}`,
    [[], [largest, 3]],
    [Array.from({ length: 10 }, () => largest)],
  ],
  [
    "a sum of a list by a function that has a name",
    program`function add(sum: number, n: number): number { return sum + n; } export function main(l: number[]): string { return String(l.reduce(add, 0)); }`,
    [[], [1, 2]],
    [Array.from({ length: 10 }, () => largest)],
  ],
  [
    "a sum of a list that the callback adds to what it was given",
    program`export function main(l: number[]): string { return String(l.reduce((sum, n) => { if (n > 5) { sum += n; } return sum; }, 0)); }`,
    [[], [1, 7]],
    [Array.from({ length: 10 }, () => largest)],
  ],
  [
    "durations in minutes and prices in cents",
    program`export function main(l: number[]): string { let minutes = 0; let cents = 0; for (const n of l) { minutes += n % 1440; cents += n * 100; } return minutes + " " + cents; }`,
    [[], [90, 60, 15], [5000, 129_900]],
    [],
  ],
];

describe("large numbers", () => {
  let runner: ProgramRunner;
  beforeAll(async () => {
    const compiled = compilePrograms(
      cases.map(([name, source], index) => fixtureProgram(`L${String(index)}`, fixture(name, source))),
    );
    expect(compiled.problems).toEqual([]);
    runner = await createRunner(compiled);
  });
  afterAll(() => runner.close());

  it.each(cases.map(([name, , equal, stopping], index) => [name, equal, stopping, index] as const))(
    "%s is equal, or ends the skill",
    async (_name, equal, stopping, index) => {
      for (const input of equal) {
        const { js, nsl } = await runner.compare(`L${String(index)}`, { input });
        expect(js.text).toBeDefined();
        expect(nsl).toEqual(js);
      }
      for (const input of stopping) {
        const nsl = await runner.runNsl(`L${String(index)}`, { input });
        expect(nsl.error?.message, JSON.stringify(input)).toContain("is beyond 2^53");
        expect(nsl.text).toBeUndefined();
      }
    },
  );
});
