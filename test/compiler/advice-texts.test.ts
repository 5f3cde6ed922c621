/** What the diagnostics tell authors to write, in the authors' own words. That it does what they want is in fixtures/advice.ts. */
import { expect, test } from "vitest";
import { compilePrograms } from "../../scripts/sandbox/program/index.ts";
import { fixture, fixtureProgram, program } from "./fixtures/fixture.ts";

interface Told {
  readonly about: string;
  readonly source: string;
  /** A part of the advice of each problem, in the order of the source. */
  readonly advice: readonly string[];
}

const told: readonly Told[] = [
  {
    about: "an element of a list that another function made",
    source: program`export function main(i: { l: number[]; j: number }): number[] { const put = (l: number[], j: number) => { l[j] = 4; return l; }; return put(i.l, i.j); }`,
    advice: ["`const changed = [...l];`, `changed[j] = ...;`"],
  },
  {
    about: "a text whose accents are taken apart",
    source: program`export function main(t: string): string { const apart = t.normalize("NFD"); return apart.replace(/[\u0300-\u036f]/g, ""); }`,
    advice: ['`text.normalize("NFD").replace(/[\\u0300-\\u036f]/g, "")`'],
  },
  {
    about: "a value of a map that may be null",
    source: program`export function main(t: string): boolean { const m = new Map<string, string | null>(); m.set("a", null); const v = m.get(t); return v !== undefined; }`,
    advice: ["`m.has(t)`"],
  },
  {
    about: "a part of a date on a clock that is not known",
    source: program`export function main(d: string): number { const at = new Date(d); return at.getUTCDay() + at.getDate(); }`,
    advice: ["`at.getUTCDate()`"],
  },
  {
    about: "a date of a number",
    source: program`export function main(ms: number): number { return new Date(ms).getHours(); }`,
    advice: ["`localTime(Math.floor(new Date(ms).getTime() / 1000), zone)`"],
  },
  {
    about: "a date of its parts",
    source: program`export function main(y: number): number { return new Date(y, 0, 1).getTime(); }`,
    advice: ["`new Date(Date.UTC(y, 0, 1))`"],
  },
  {
    about: "the moment it is",
    source: program`export function main(ctx: SkillContext): number { ctx.log("x"); return Date.now(); }`,
    advice: ['`parseDateTime(ctx.getDateTime("UTC")).seconds * 1000`'],
  },
  {
    about: "an inner function that gives a promise",
    source: program`export async function main(ctx: SkillContext, url: string): Promise<number> { const load = (u: string) => ctx.send(get(u)); const a = await load(url); return a.status; }`,
    advice: [
      "`async function load(ctx: SkillContext, u: string)` at module level, and `await load(ctx, url)` here",
    ],
  },
  {
    about: "methods that are not there",
    source: program`export function main(l: string[]): JsonValue { const a = l[0] ?? ""; const b = l[1] ?? ""; return [l.with(0, "z"), a.charCodeAt(1), Object.is(a, b)]; }`,
    advice: ['`l.toSpliced(0, 1, "z")`', "`a.charAt(1)`", "Write `a === b`."],
  },
  {
    about: "freezing what others have",
    source: program`export function main(l: string[]): JsonValue { return [...Object.freeze(l)]; }`,
    advice: ["Leave it out: `l`."],
  },
  {
    about: "a class with a parent, whose methods are called",
    source: program`class Base { m = 0; } class Box extends Base { n = 0; add(x: number): void { this.n += x; } total(): number { return this.n; } }
function use(box: Box): void { box.add(1); }
export function main(n: number): number { const box = new Box(); use(box); box.add(n); return box.total(); }`,
    advice: ["`private readonly base: Base`"],
  },
  {
    about: "an object with methods",
    source: program`function limiter() { const seen: number[] = []; return { allow(x: number) { seen.push(x); return true; }, left() { return 3; } }; }
export function main(n: number): number { const l = limiter(); return l.allow(n) ? l.left() : l.left() + 1; }`,
    advice: ["`function allow(state: State, x: number)`"],
  },
  {
    about: "what the author wrote, and not what was put there",
    source: program`export function main(i: { rows: string[][]; at: number; n: number }): JsonValue { const { rows, at } = i; let n = 0; n += rows[at][0].length; return [n, rows[at][0].charCodeAt(i.n)]; }`,
    advice: ["`rows[at][0].charAt(i.n)`"],
  },
];

test.each(told.map((one) => [one.about, one] as const))("%s", (about, { source, advice }) => {
  const { problems } = compilePrograms([fixtureProgram("Told", fixture(about, source))]);
  expect(problems.map((problem) => problem.advice)).toEqual(
    advice.map((part) => expect.stringContaining(part) as unknown),
  );
});
