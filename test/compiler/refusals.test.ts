import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../scripts/compiler/diagnostics/catalogue.ts";
import { compileFlows } from "../../scripts/compiler/index.ts";
import { compareText } from "../../scripts/model/problem.ts";
import { root } from "./compile-fixtures.ts";
import { deepPrograms } from "./deep-programs.ts";
import { readPrograms } from "./program-list.ts";
import { sdkEntry } from "../../scripts/toolkit.ts";

/** Programs that would do something else in NSL, each with the diagnostics that keep it out. */
const programs = [...readPrograms("refusals"), ...deepPrograms];

const prelude = [
  'import { asList, asNumber, asObject, asText, emptyRecord, parseJson, property } from "#sdk";',
  'import type { HttpRequest, HttpResult, JsonObject, JsonValue, SkillContext, SkillEvent } from "#sdk";',
  'function request(url: string): HttpRequest { return { method: "GET", url, body: "", authorization: "none" }; }',
  "",
].join("\n");

/** A program that is only statements stands for the body of a handler. */
function complete(source: string): string {
  return /^export (?:async )?function handle\b/mu.test(source)
    ? `${prelude}${source}\n`
    : `${prelude}export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {\n${source}\n}\n`;
}

const keys = new Map<string, string>(
  Object.entries(catalogue).map(([key, { code }]) => [`NSL${String(code)}`, key]),
);

function fileOf(index: number): string {
  return `test/compiler/refusals/program-${String(index + 1)}.ts`;
}

/** A comment that hides errors is reported before anything is compiled, and would hide the other programs. */
const groups = [true, false].map((hides) =>
  programs.flatMap((program, index) => (program.expected.includes("suppression") === hides ? [index] : [])),
);

const problems = groups.flatMap((indexes) => {
  const overlay = new Map(
    indexes.map((index) => [join(root, fileOf(index)), complete(programs[index]?.source ?? "")]),
  );
  return compileFlows({
    sources: { root, sdkEntry },
    runtimeFile: join(root, "module", "runtime.ts"),
    overlay,
    flows: [...overlay.keys()].map((file, index) => ({
      idn: `Flow${String(index)}`,
      handlers: [{ name: "handle", file }],
    })),
  }).problems;
});

test("the programs are sound TypeScript", () => {
  expect(problems.filter((problem) => problem.code === "NSL1000")).toEqual([]);
});

test("every program has a name of its own", () => {
  expect(new Set(programs.map((program) => program.name)).size).toBe(programs.length);
});

describe.each([...new Set(programs.map((program) => program.topic))])("%s", (topic) => {
  const ofTopic = programs.map((program, index) => [program.name, program, index] as const);
  test.each(ofTopic.filter(([, program]) => program.topic === topic))(
    "refuses %s",
    (_name, program, index) => {
      const found = problems
        .filter((problem) => problem.position?.file === fileOf(index))
        .map((problem) => keys.get(problem.code) ?? problem.code);
      expect(program.expected.length).toBeGreaterThan(0);
      expect([...new Set(found)].sort(compareText)).toEqual(program.expected);
    },
  );
});
