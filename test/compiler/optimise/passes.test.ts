/**
 * Programs with every pass, without each, and without any: always what JavaScript does, and lighter where a pass is made.
 * These are the programs about passes, helpers, inlining and order; with `ALTEGIO_MODULE_ALL_FIXTURES=1` all there are.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledIn, everyPass, otherWays } from "../../../scripts/fuzz/generator/ways.ts";
import { compilePrograms, createRunner, type ProgramRunner } from "../../../scripts/sandbox/program/index.ts";
import type { CompiledFlow } from "../../../scripts/model/types.ts";
import { fixtureProgram } from "../fixtures/fixture.ts";
import { topics } from "../fixtures/index.ts";
import { helpers } from "../fixtures/helpers.ts";
import { inlining } from "../fixtures/inlining.ts";
import { order } from "../fixtures/order.ts";
import { passes } from "./passes.ts";

const all = process.env["ALTEGIO_MODULE_ALL_FIXTURES"] === "1";
const fixtures = all
  ? [...passes, ...Object.values(topics).flat()]
  : [...passes, ...helpers, ...inlining, ...order];
const nameOf = (index: number): string => `P${String(index + 1)}`;
const programs = fixtures.map((entry, index) => fixtureProgram(nameOf(index), entry));
const withEveryPass = compilePrograms(programs);

/** The programs about passes as each way compiles them; all of them would not fit into memory. */
const compiled = new Map<string, ReadonlyMap<string, CompiledFlow>>();
const aboutPasses = new Set(passes.map((_fixture, index) => nameOf(index)));

describe.each([everyPass, ...otherWays])("with $name", (way) => {
  let runner: ProgramRunner | null = null;

  beforeAll(async () => {
    const made = compiledIn(way, withEveryPass);
    expect(made.problems).toEqual([]);
    compiled.set(way.name, new Map([...made.flows].filter(([name]) => aboutPasses.has(name))));
    runner = await createRunner(made);
  });
  afterAll(() => runner?.close());

  it.each(fixtures.map(({ intent }, index) => [intent, index] as const))("%s", async (_intent, index) => {
    const runs = fixtures[index]?.runs ?? [];
    expect(runs.length).toBeGreaterThan(0);
    for (const run of runs) {
      const js = await runner?.runJavaScript(nameOf(index), run);
      expect(await runner?.runNsl(nameOf(index), run)).toEqual(js);
    }
  });
});

describe("the passes", () => {
  const flowOf = (way: string, index: number): readonly string[] =>
    (compiled.get(way)?.get(nameOf(index))?.skills ?? []).map(({ idn }) => idn);
  const textOf = (way: string, index: number): string =>
    (compiled.get(way)?.get(nameOf(index))?.skills ?? []).map(({ text }) => text).join("");

  it("leave no skill for a helper that is called once, and no JSON between it and its caller", () => {
    expect(flowOf("no pass", 0)).toContain("_nameOf");
    expect(flowOf("every pass", 0)).not.toContain("_nameOf");
    expect(textOf("no pass", 0)).toContain("json.loads(_nameOf(");
    expect(textOf("every pass", 0)).not.toContain("nameOf(");
  });

  it("keep what is printed while it runs, and what a branch may not reach, apart", () => {
    expect(flowOf("every pass", 3)).toContain("_generate");
    expect(textOf("every pass", 1)).toContain("and");
  });

  it("write a helper into a loop that stays a skill for the others", () => {
    expect(flowOf("every pass", 4)).toContain("_graded");
    const loop = (way: string): string =>
      /\{% for word\w* in \w+ %\}[^]*?\{% endfor %\}/u.exec(textOf(way, 4))?.[0] ?? "";
    expect(loop("no pass")).toContain("_graded(");
    expect(loop("every pass")).toContain("nothing at all");
    expect(loop("every pass")).not.toContain("_graded(");
  });

  it("write what is often reached in place, and leave apart what is not", () => {
    const calls = (way: string): number => textOf(way, 4).split("_graded(").length - 1;
    expect(calls("no place ever reached")).toBe(calls("no pass"));
    expect(calls("every third place often reached")).toBeLessThan(calls("no pass"));
    expect(calls("every third place often reached")).toBeGreaterThan(0);
    expect(flowOf("every place often reached", 4)).not.toContain("_graded");
  });

  it("pass over what a profile names that is no more", () => {
    const [program] = programs;
    const textsWith = (counts: ReadonlyMap<string, number>): readonly string[] =>
      (
        compilePrograms(program === undefined ? [] : [program], {
          profile: new Map([[nameOf(0), counts]]),
        }).flows.get(nameOf(0))?.skills ?? []
      ).map(({ text }) => text);
    expect(textsWith(new Map()).length).toBeGreaterThan(0);
    expect(textsWith(new Map([["_gone > _lost 2", 70_000]]))).toEqual(textsWith(new Map()));
  });

  it("give a text that stands several times one name", () => {
    const texts = (way: string): number => textOf(way, 4).split("from the first letter").length - 1;
    expect(texts("every place often reached")).toBeGreaterThan(1);
    const named = (way: string): number => textOf(way, 4).split('= "\\t\\n\\x0b').length - 1;
    expect(named("every place often reached")).toBe(1);
  });

  it("make one skill of a function that waits, and none of a part that only hands on", () => {
    const parts = flowOf("no pass", 2).filter((idn) => /^_ask_\d+$/u.test(idn));
    expect(parts.length).toBeGreaterThan(1);
    const whole = flowOf("every pass", 2);
    expect(whole.filter((idn) => /^_ask(?:_\d+)?$/u.test(idn)).length).toBeLessThanOrEqual(1);
    expect(flowOf("all but groupParts", 2).length).toBeGreaterThan(whole.length);
  });

  it("go on with a part of the same function without leaving its skill", () => {
    const skill = (way: string): string =>
      compiled
        .get(way)
        ?.get(nameOf(5))
        ?.skills.find(({ idn }) => idn === "_gather")?.text ?? "";
    expect(skill("every pass")).toMatch(/\{% set at = "_gather_\d+@[0-9a-f]{8}" %\}/u);
    expect(skill("all but groupParts")).not.toContain("set at =");
  });

  it("number the parts of a function without gaps where they are skills", () => {
    const numbers = new Map<string, number[]>();
    for (const flow of compiled.get("no pass")?.values() ?? []) {
      for (const { idn } of flow.skills) {
        const [, name, number] = /^_(\w+?)_(\d+)$/u.exec(idn) ?? [];
        if (name !== undefined) {
          const key = `${flow.idn} ${name}`;
          numbers.set(key, [...(numbers.get(key) ?? []), Number(number)]);
        }
      }
    }
    expect(numbers.size).toBeGreaterThan(0);
    for (const [name, given] of numbers) {
      const sorted = given.sort((a, b) => a - b);
      expect([name, sorted]).toEqual([name, sorted.map((_, index) => index + (sorted[0] ?? 1))]);
      expect(sorted[0]).toBeLessThanOrEqual(2);
    }
  });

  it.each(["no pass", "every pass"])("leave the driver one way to each part, with %s", (way) => {
    let ways = 0;
    for (const flow of compiled.get(way)?.values() ?? []) {
      const driver = flow.skills.find(({ idn }) => idn === "_run")?.text ?? "";
      const labels = [...driver.matchAll(/(?:\["at"\]|at) == "([^"]+)"/gu)].map(([, label]) => label);
      expect([flow.idn, labels]).toEqual([flow.idn, [...new Set(labels)]]);
      ways += labels.length;
    }
    expect(ways).toBeGreaterThan(0);
  });
});
