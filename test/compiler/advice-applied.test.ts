/** What a diagnostic tells to write, put to the letter where it tells so: the program compiles and does what was wanted. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { JsonValue } from "#sdk";
import {
  type CompiledPrograms,
  compilePrograms,
  createRunner,
  type ProgramRunner,
} from "../../scripts/sandbox/program/index.ts";
import { fixture, fixtureProgram, program } from "./fixtures/fixture.ts";

interface Applied {
  readonly about: string;
  readonly source: string;
  /** What stands there, what is told to stand there instead, and what is put there when that is more than what is told. */
  readonly edits: readonly (readonly [written: string, told: string, put?: string])[];
  readonly input: JsonValue;
  readonly gives: JsonValue;
}

const applied: readonly Applied[] = [
  {
    about: "a loose comparison",
    source: program`export function main(t: string): boolean { return t == "a"; }`,
    edits: [['t == "a"', 't === "a"']],
    input: "a",
    gives: true,
  },
  {
    about: "a loose comparison that is denied",
    source: program`export function main(t: string): boolean { return t != "a"; }`,
    edits: [['t != "a"', 't !== "a"']],
    input: "a",
    gives: false,
  },
  {
    about: "null told from undefined",
    source: program`export function main(i: { t?: string | null }): string { return i.t === null ? "none" : "some"; }`,
    edits: [["i.t === null", "i.t == null"]],
    input: { t: null },
    gives: "none",
  },
  {
    about: "a property that may be null and undefined",
    source: program`export function main(i: { t?: string | null }): string { const { t } = i; return JSON.stringify({ t, other: i.t }); }`,
    edits: [
      [" t, ", "t: t ?? null", " t: t ?? null, "],
      ["i.t }", "i.t ?? null", "i.t ?? null }"],
    ],
    input: {},
    gives: '{"t":null,"other":null}',
  },
  {
    about: "undefined in a record of texts",
    source: program`type P = { t?: string }; function all(r: Record<string, string>): string { return Object.values(r).join("+"); } export function main(i: { t?: string }): string { const p: P = { t: i.t }; return all(p); }`,
    edits: [
      [
        "(r: Record<string, string>)",
        "Record<string, string | undefined>",
        "(r: Record<string, string | undefined>)",
      ],
    ],
    input: { t: "a" },
    gives: "a",
  },
  {
    about: "JSON that is indented",
    source: program`export function main(i: { t: string }): string { return JSON.stringify(i, null, 2); }`,
    edits: [["JSON.stringify(i, null, 2)", "JSON.stringify(i)"]],
    input: { t: "x" },
    gives: '{"t":"x"}',
  },
  {
    about: "a list in a text",
    source: program`export function main(l: string[]): string { return \`all: \${l}\`; }`,
    edits: [["${l}", "l.join()", "${l.join()}"]],
    input: ["a", "b"],
    gives: "all: a,b",
  },
  {
    about: "a list as a condition",
    source: program`export function main(l: string[]): string { if (l) { return "some"; } return "none"; }`,
    edits: [["(l) {", "l.length > 0", "(l.length > 0) {"]],
    input: [],
    gives: "none",
  },
  {
    about: "a change in the middle of a condition",
    source: program`export function main(i: { yes: boolean; l: string[] }): string { let n = 0; const own = [...i.l]; if (i.yes && (n += 1) > 0) { own.push("x"); } return own.join() + String(n); }`,
    edits: [
      [
        "if (i.yes && (n += 1) > 0)",
        "Make the assignment a statement of its own",
        "if (i.yes) { n += 1; } if (i.yes && n > 0)",
      ],
    ],
    input: { yes: true, l: ["a"] },
    gives: "a,x1",
  },
  {
    about: "numbers in the order of texts",
    source: program`export function main(l: number[]): string { return l.toSorted().join(); }`,
    edits: [["l.toSorted()", "l.toSorted((a, b) => a - b)"]],
    input: [10, 9],
    gives: "9,10",
  },
  {
    about: "a method by a name that is not there",
    source: program`export function main(l: string[]): string { return l.with(0, "z").join() + l.toString(); }`,
    edits: [
      ['l.with(0, "z")', 'l.toSpliced(0, 1, "z")'],
      ["l.toString()", "l.join()"],
    ],
    input: ["a", "b"],
    gives: "z,ba,b",
  },
  {
    about: "a function that is given a default, by its name",
    source: program`export function main(l: string[]): string { const shout = (t: string, times = 2): string => t.repeat(times); return l.map(shout).join(); }`,
    edits: [["l.map(shout)", "l.map((item) => shout(item))"]],
    input: ["a", "b"],
    gives: "aa,bb",
  },
  {
    about: "a promise that is followed by `then`",
    source: program`async function load(ctx: SkillContext): Promise<string> { const answer = await ctx.send(get("a")); return answer.body; }
export async function main(ctx: SkillContext): Promise<string> { let text = ""; load(ctx).then((body) => { text = body; }); return text; }`,
    edits: [
      [
        "load(ctx).then((body) => { text = body; });",
        "const body = await load(ctx);",
        "const body = await load(ctx); text = body;",
      ],
    ],
    input: null,
    gives: "A",
  },
  {
    about: "a regular expression in a variable",
    source: program`export function main(t: string): boolean { let digits = /[0-9]+/u; return digits.test(t); }`,
    edits: [["let digits = /[0-9]+/u", "const digits = /[0-9]+/u"]],
    input: "a1",
    gives: true,
  },
  {
    about: "letters as they are written in a place",
    source: program`export function main(i: { t: string; n: number }): string { return i.t.toLocaleUpperCase() + i.n.toLocaleString(); }`,
    edits: [
      ["i.t.toLocaleUpperCase()", "i.t.toUpperCase()"],
      ["i.n.toLocaleString()", "String(i.n)"],
    ],
    input: { t: "a", n: 5 },
    gives: "A5",
  },
  {
    about: "today",
    source: program`export function main(ctx: SkillContext): boolean { ctx.log("x"); return new Date().toISOString().slice(0, 10) === ""; }`,
    edits: [["new Date().toISOString()", 'ctx.getDateTime("UTC")']],
    input: null,
    gives: false,
  },
  {
    about: "two dates that are compared as objects",
    source: program`export function main(t: string): boolean { const a = new Date(t); const b = new Date(a); return a === b; }`,
    edits: [["a === b", "a.getTime() === b.getTime()"]],
    input: "2026-01-01",
    gives: true,
  },
  {
    about: "the date of a parameter, changed in place",
    source: program`function first(date: Date): string { date.setUTCDate(1); return date.toISOString(); } export function main(t: string): string { return first(new Date(t)); }`,
    edits: [
      ["date.set", "const day = new Date(date); day.set", "const day = new Date(date); day.set"],
      ["date.toISOString()", "day", "day.toISOString()"],
    ],
    input: "2026-01-31",
    gives: "2026-01-01T00:00:00.000Z",
  },
  {
    about: "a record with a date, as JSON",
    source: program`export function main(t: string): string { const record = { at: new Date(t) }; return JSON.stringify({ at: record.at, all: record }); }`,
    edits: [["all: record", "date.toISOString()", "all: record.at.toISOString()"]],
    input: "2026-01-31",
    gives: '{"at":"2026-01-31T00:00:00.000Z","all":"2026-01-31T00:00:00.000Z"}',
  },
  {
    about: "whether a parameter is a date at all",
    source: program`function isRead(at: Date): boolean { return !Number.isNaN(at.getTime()); } export function main(t: string): boolean { return isRead(new Date(t)); }`,
    edits: [
      ["isRead(at: Date)", "const date = new Date(text);", "isRead(text: string)"],
      [
        "return !Number.isNaN(at.getTime())",
        "if (Number.isNaN(date.getTime())) { ... }",
        "const date = new Date(text); if (Number.isNaN(date.getTime())) { return false; } return true",
      ],
      ["isRead(new Date(t))", "new Date(text)", "isRead(t)"],
    ],
    input: "no date",
    gives: false,
  },
  {
    about: "a date of parts on the clock of nobody knows whom",
    source: program`export function main(y: number): number { return new Date(y, 1, 29).getTime(); }`,
    edits: [["new Date(y, 1, 29)", "new Date(Date.UTC(y, 1, 29))"]],
    input: 2024,
    gives: 1709164800000,
  },
  {
    about: "a compound change of an element by a position that is computed",
    source: program`export function main(l: number[]): string { const own = [...l]; own[own.indexOf(2)] *= 5; return own.join(); }`,
    edits: [
      ["own[own", "const at = own.indexOf(2);", "const at = own.indexOf(2); own[own"],
      ["own[own.indexOf(2)] *= 5;", "own[at] *= 5;"],
    ],
    input: [1, 2],
    gives: "1,10",
  },
  {
    about: "a compound change of a cell in a row that is computed",
    source: program`export function main(l: number[][]): string { const own = l.map((row) => [...row]); own[own.findIndex((row) => row.length > 1)][0] *= 5; return own.flat().join(); }`,
    edits: [
      ["own[own", "const row = ...;", "const row = own[own"],
      [" > 1)][0] *= 5;", "row[0] *= 5;", " > 1)]; row[0] *= 5;"],
    ],
    input: [[1], [2, 3]],
    gives: "1,10,3",
  },
  {
    about: "an object that lacks what its type names",
    source: program`export function main(day: "mon" | "tue"): string { const days = {} as Record<"mon" | "tue", string[]>; days[day] = ["x"]; return JSON.stringify(days); }`,
    edits: [["{} as", "mon: [], tue: []", "{ mon: [], tue: [] } as"]],
    input: "tue",
    gives: '{"mon":[],"tue":["x"]}',
  },
  {
    about: "a variable of the whole function",
    source: program`export function main(t: string): string { var all = t; all += "x"; return all; }`,
    edits: [["var", "let"]],
    input: "a",
    gives: "ax",
  },
  {
    about: "a group that leaves holes in a list",
    source: program`export function main(t: string): string { return t.split(/(,)|;/u).join("-"); }`,
    edits: [["(,)", "(?:...)", "(?:,)"]],
    input: "a,b;c",
    gives: "a-b-c",
  },
  {
    about: "a generator that acts",
    source: program`function* each(ctx: SkillContext, n: number): Generator<string> { for (let i = 0; i < n; i++) { ctx.log("x"); yield String(i); } }
export function main(ctx: SkillContext, n: number): string { let all = ""; for (const one of each(ctx, n)) { all += one; } return all; }`,
    edits: [
      ["function* each", "Collect into a list and return it", "function each"],
      ["Generator<string> {", "const all: string[] = [];", "string[] { const all: string[] = [];"],
      ["yield String(i); }", "all.push(...)", "all.push(String(i)); }"],
      [" }\nexport", "return all;", " return all; }\nexport"],
    ],
    input: 2,
    gives: "01",
  },
  {
    about: "a generator without an end",
    source: program`function* numbers(): Generator<number> { let n = 0; while (true) { yield n; n += 1; } }
export function main(to: number): number { let sum = 0; for (const n of numbers()) { if (n > to) { break; } sum += n; } return sum; }`,
    edits: [
      ["numbers()", "give it the last value", "numbers(to: number)"],
      ["while (true)", "test that in the loop", "while (n <= to)"],
      ["numbers()", "as a parameter", "numbers(to)"],
    ],
    input: 3,
    gives: 6,
  },
  {
    about: "a generator that is gone through twice",
    source: program`function* each(n: number): Generator<number> { yield n; yield n + 1; }
export function main(n: number): number { const found = each(n); let sum = 0; for (const one of found) { sum += one; } return sum + [...found].length; }`,
    edits: [["= each(n)", "= [...each(n)]"]],
    input: 3,
    gives: 9,
  },
  {
    about: "the first value of a generator",
    source: program`function* each(n: number): Generator<number> { yield n; yield n + 1; }
export function main(n: number): number { const found = each(n); return found.next().value ?? 0; }`,
    edits: [
      ["= each(n)", "[...each(n)]", "= [...each(n)]"],
      ["found.next().value", "[...each(n)]", "found[0]"],
    ],
    input: 3,
    gives: 3,
  },
  {
    about: "a generator that is handed on",
    source: program`function* each(n: number): Generator<number> { yield n; yield n + 1; }
function total(all: Iterable<number>): number { let sum = 0; for (const n of all) { sum += n; } return sum; }
export function main(n: number): number { return total(each(n)); }`,
    edits: [
      ["total(each(n))", "[...each(n)]", "total([...each(n)])"],
      ["all: Iterable<number>", "Keep the values in a list", "all: number[]"],
    ],
    input: 3,
    gives: 7,
  },
  {
    about: "a list that is changed while a generator goes over it",
    source: program`function* each(all: string[]): Generator<string> { for (const one of all) { yield one + one; } }
export function main(all: string[]): string { const own = [...all]; for (const one of each(own)) { own.push(one); } return own.join(); }`,
    edits: [["of each(own)", "of [...each(own)]"]],
    input: ["a", "b"],
    gives: "a,b,aa,bb",
  },
  {
    about: "a test for the letters of a class without the flag of Unicode",
    source: program`export function main(t: string): boolean { return /^[^a]$/.test(t); }`,
    edits: [["[^a]$/", "u", "[^a]$/u"]],
    input: "b",
    gives: true,
  },
];

const before = compilePrograms(sourcesOf(({ source }) => source));
const after = compilePrograms(
  sourcesOf(({ source, edits }) =>
    edits.reduce((text, [written, told, put = told]) => text.replace(written, () => put), source),
  ),
);

function sourcesOf(write: (one: Applied) => string): Parameters<typeof compilePrograms>[0] {
  return applied.map((one, index) => fixtureProgram(`A${String(index)}`, fixture(one.about, write(one))));
}

let runner: ProgramRunner;
beforeAll(async () => {
  runner = await createRunner(after);
});
afterAll(() => runner.close());

test("what is written as told compiles", () => {
  expect(after.problems.map(({ position, message }) => [position?.file, message])).toEqual([]);
});

test.each(applied.map((one, index) => [one.about, index, one] as const))(
  "%s",
  async (_about, index, { edits, input, gives }) => {
    const advice = adviceOf(index, before);
    for (const [, told] of edits) {
      expect(advice).toContain(told);
    }
    const { js, nsl } = await runner.compare(`A${String(index)}`, {
      input,
      responses: [{ status: 200, body: "A" }],
    });
    expect(js.text).toBe(JSON.stringify(gives));
    expect(nsl).toEqual(js);
  },
);

function adviceOf(index: number, { problems }: CompiledPrograms): string {
  return problems
    .filter(({ position }) => position?.file.includes(`/A${String(index)}/`) === true)
    .map(({ advice }) => advice)
    .join("\n");
}
