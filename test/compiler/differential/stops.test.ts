/** What NSL has no value for stops the skill with a reason; nothing is done after it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compilePrograms, createRunner, type ProgramRunner } from "../../../scripts/sandbox/program/index.ts";
import { fixture, fixtureProgram, program } from "../fixtures/fixture.ts";

const stops = [
  [
    "undefined spread over what is there",
    program`export function main(i: { t?: string }): string { const patch: { t?: string } = { t: i.t }; const all: { t: string } = { ...{ t: "d" }, ...patch }; return all.t; }`,
    {},
    "patch.t is undefined",
  ],
  [
    "JSON of undefined",
    program`export function main(i: { t?: string }): string { return JSON.stringify(i.t); }`,
    {},
    "i.t is undefined, of which there is no JSON",
  ],
  [
    "a name that is null in JSON and may be undefined",
    program`function write(body: unknown): string { return JSON.stringify(body); } export function main(i: { t?: string; u: string | null }): string { return write({ t: i.t }) + write({ t: i.u }); }`,
    { t: "x", u: null },
    "t may be null or undefined in what is written as JSON",
  ],
  [
    "a text put in that JavaScript reads as a pattern",
    program`export function main(t: string): string { return "a b".replace("b", t); }`,
    "$&",
    "what is put in holds a $ that JavaScript reads as a pattern",
  ],
  [
    "a text put in for a match that names a group",
    program`export function main(t: string): string { return "a b".replace(/(b)/, t); }`,
    "$1",
    "what is put in holds a $ that JavaScript reads as a pattern",
  ],
  [
    "nothing that is sought everywhere",
    program`export function main(t: string): string { return "a b".replaceAll(t, "x"); }`,
    "",
    "what is sought is empty",
  ],
  [
    "a division by 0",
    program`export function main(i: { a: number; b: number }): number { return Math.floor(i.a / i.b); }`,
    { a: 7, b: 0 },
    "i.b is not positive",
  ],
  [
    "a remainder of a division by 0",
    program`export function main(l: number[]): number { return 7 % l.length; }`,
    [],
    "l.length is not positive",
  ],
  [
    "a text with a character that nothing is known of the order of",
    program`export function main(l: string[]): string { return [...l].sort((a, b) => a.localeCompare(b)).join(); }`,
    ["a", "\u{1f600}"],
    "a: nothing is known of the order of a character",
  ],
  [
    "an element that is not there",
    program`export function main(l: string[]): string { return l[0]; }`,
    [],
    "l[0] is not there",
  ],
  [
    "a date and time without an offset",
    program`export function main(t: string): number { return new Date(t).getTime(); }`,
    "2026-12-01T10:00",
    "no date and time with an offset",
  ],
  [
    "a constant decimal for a function that counts in integers",
    program`import { addDays } from "#sdk"; export function main(date: string): string { const half = date.length > 9 ? 0.5 : 1.5; return addDays(date, half); }`,
    "2026-12-01",
    "half is no integer",
  ],
  [
    "an element that is put outside of its list",
    program`export function main(i: { l: number[]; at: number }): string { const l = [...i.l]; l[i.at] = 1; return l.join(); }`,
    { l: [1], at: 2 },
    "l[i.at] is outside of the list",
  ],
  [
    "a match that is asked for too much",
    program`export function main(t: string): string { return t.match(/a(b)?/u)![1]!; }`,
    "a",
    "is not there",
  ],
  [
    "an infinite number less an infinite one",
    program`export function main(n: number): number { const x = n > 1 ? Infinity : n; return x - x; }`,
    2,
    "x - x is NaN",
  ],
  [
    "an infinite number times 0",
    program`export function main(n: number): number { const x = n > 1 ? Infinity : n; return x * 0; }`,
    2,
    "x * 0 is NaN",
  ],
  [
    "the remainder of an infinite number",
    program`export function main(n: number): number { const x = n > 1 ? Infinity : n; return x % 5; }`,
    2,
    "x % 5 is NaN",
  ],
  [
    "an infinite number that is rounded",
    program`export function main(n: number): number { const x = n > 1 ? Infinity : n; return Math.floor(x / 2); }`,
    2,
    "x / 2 is infinite",
  ],
  [
    "the greatest of no numbers",
    program`export function main(l: string[]): number { return Math.max(...l.map((x) => x.length)); }`,
    [],
    "Math.max(...l.map((x) => x.length)) has no numbers",
  ],
  [
    "a text that is no number",
    program`export function main(t: string): number { return Number(t) + 1; }`,
    "x",
    "is NaN",
  ],
  [
    "a decimal in a part of a time",
    program`export function main(t: string): number { return Number(t.split(":")[0] ?? "") + 1; }`,
    "1.5:30",
    "no integer",
  ],
  [
    "a division by zero",
    program`export function main(n: number): string { return \`\${1 / n}\`; }`,
    0,
    "zero",
  ],
  [
    "a decimal that the languages write differently",
    program`export function main(n: number): string { return \`\${n / 3}\`; }`,
    0.0001,
    "n / 3 is too small to be written",
  ],
  [
    "JSON text with such a decimal",
    program`export function main(n: number): string { return JSON.stringify([{ a: "x", b: n / 3 }]); }`,
    0.0001,
    "a number too small to be written",
  ],
  [
    "a list with such a decimal",
    program`export function main(n: number): string { return [1, n / 3].join(); }`,
    0.0001,
    "[1, n / 3].join() is too small to be written",
  ],
  [
    "a product of decimals beyond 2^53",
    program`export function main(n: number): number { return Math.round(n * 1e10 * 0.5); }`,
    1e7,
    "n * 1e10 is beyond 2^53",
  ],
  [
    "a quotient of decimals beyond 2^53",
    program`export function main(n: number): number { return 1 / n; }`,
    1e-20,
    "1 / n is beyond 2^53",
  ],
  [
    "a decimal with an exponent",
    program`export function main(t: string): number { return Number(t) / 2; }`,
    "1.5e3",
    "no integer",
  ],
  [
    "a decimal for a function of the SDK that counts in integers",
    program`export function main(n: number): number { return asNumber(null, n / 2); }`,
    3,
    "n / 2 is no integer",
  ],
  [
    "an inherited name",
    program`export function main(k: string): boolean { const o: Record<string, number> = { a: 1 }; return (o[k] ?? 0) === 0; }`,
    "constructor",
    "inherits",
  ],
  [
    "a cast that claims too much",
    program`export function main(v: JsonValue): string { return (v as { name: string }).name; }`,
    { name: 3 },
    "name is not of the type",
  ],
  [
    "an error that is thrown",
    program`export function main(n: number): number { if (n > 1) { throw new Error("too many"); } return n; }`,
    2,
    "too many",
  ],
  [
    "an error that tells a value",
    program`export function main(n: number): number { if (n > 1) { throw new Error(\`bad \${n}\`); } return n; }`,
    2,
    "bad 2'",
  ],
  [
    "an error that tells a text with the name of a method",
    program`export function main(t: string): string { if (t !== "") { throw new RangeError(t); } return t; }`,
    "keys",
    "Error: keys",
  ],
  [
    "text that is no JSON",
    program`export function main(t: string): number { return (JSON.parse(t) as { n: number }).n; }`,
    "<html>",
    "no JSON",
  ],
] as const;

describe("a skill stops at", () => {
  let runner: ProgramRunner;
  beforeAll(async () => {
    const compiled = compilePrograms(
      stops.map(([name, source], index) => fixtureProgram(`S${String(index)}`, fixture(name, source))),
    );
    expect(compiled.problems).toEqual([]);
    runner = await createRunner(compiled);
  });
  afterAll(() => runner.close());

  it.each(stops.map(([name, , input, reason], index) => [name, input, reason, index] as const))(
    "%s",
    async (_name, input, reason, index) => {
      const nsl = await runner.runNsl(`S${String(index)}`, { input: structuredClone(input) as never });
      expect(nsl.error?.message).toContain(reason);
      expect(nsl.text).toBeUndefined();
      expect(nsl.actions).toEqual([]);
    },
  );
});
