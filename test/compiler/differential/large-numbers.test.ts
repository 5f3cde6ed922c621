/** Numbers beyond 2^53 are rounded in JavaScript and not in Python: the skill stops before they differ. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compilePrograms, createRunner, type ProgramRunner } from "../../../scripts/sandbox/program/index.ts";
import type { JsonValue } from "#sdk";
import { fixture, fixtureProgram, program } from "../fixtures/fixture.ts";

const largest = 999_999_999_999_999;

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
