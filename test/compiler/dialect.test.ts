/** The features of Jinja2 that are not known to be on the platform: what they change is the text, never the meaning. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conservativeDialect, type Dialect } from "../../scripts/compiler/nsl/dialect.ts";
import { readExample } from "../../scripts/docs/subset/example.ts";
import { startWorker } from "../../scripts/sandbox/platform/worker.ts";
import {
  type CompiledPrograms,
  compilePrograms,
  createRunner,
  type ProgramRunner,
  textProgram,
} from "../../scripts/sandbox/program/index.ts";

const folder = join(import.meta.dirname, "golden");
const golden = readdirSync(folder)
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => readExample(folder, name.replace(/\.ts$/u, "")));

/** Boxes in boxes: a counter, a flag and an accumulator that outlive their turns. */
const nested = `
export function main(rows: number[][]): string {
  let text = "";
  let count = 0;
  for (const row of rows) {
    let sum = 0;
    for (const value of row) {
      if (value < 0) { break; }
      sum += value;
      count += 1;
    }
    text = \`\${text}\${sum};\`;
  }
  const total = rows.reduce((all, row) => all + row.reduce((part, value) => part + value, 0), 0);
  return \`\${text} \${count} \${total}\`;
}`;
const sources = [...golden.map(({ name, file }) => ({ name, file })), textProgram("nested", nested)];
const runs = [
  ...golden.flatMap(({ name, runs: own }) => own.map((run) => ({ name, run }))),
  ...[[[1, 2], [], [3, -1, 4]], []].map((input) => ({ name: "nested", run: { input } })),
];

const compiled = new Map<Dialect, CompiledPrograms>();

/** The programs in a dialect, compiled once. */
function compiledIn(dialect: Dialect): CompiledPrograms {
  const known = compiled.get(dialect) ?? compilePrograms(sources, { dialect });
  compiled.set(dialect, known);
  return known;
}

function textsOf(dialect: Dialect): ReadonlyMap<string, string> {
  const { flows, problems } = compiledIn(dialect);
  expect(problems).toEqual([]);
  return new Map([...flows].map(([name, { skills }]) => [name, skills.map(({ text }) => text).join("\n")]));
}

describe("the conservative dialect", () => {
  it("writes neither `namespace` nor `do`", () => {
    const all = [...textsOf(conservativeDialect).values()].join("\n");
    expect(all).not.toMatch(/namespace|\{% do |\{% set \w+\./u);
    expect(all).toContain('{% set _ = count.update({"value": ');
  });

  it("is what is used when none is named", () => {
    const named = textsOf(conservativeDialect);
    const unnamed = compilePrograms(sources).flows;
    for (const [name, { skills }] of unnamed) {
      expect(skills.map(({ text }) => text).join("\n")).toBe(named.get(name));
    }
  });
});

describe.each([
  { feature: "namespace", dialect: { namespace: true, doStatement: false } },
  { feature: "doStatement", dialect: { namespace: false, doStatement: true } },
  { feature: "both", dialect: { namespace: true, doStatement: true } },
])("the dialect with $feature", ({ dialect }) => {
  const extensions = dialect.doStatement ? ["jinja2.ext.do"] : [];
  let runner: ProgramRunner | null = null;

  beforeAll(async () => {
    runner = await createRunner(compiledIn(dialect), { extensions });
  });
  afterAll(() => runner?.close());

  it("writes what it says", () => {
    const text = textsOf(dialect).get("nested") ?? "";
    expect(text.includes("{% set count = namespace(value=0) %}")).toBe(dialect.namespace);
    expect(text.includes("{% set count.value = count.value + 1 %}")).toBe(dialect.namespace);
    const all = [...textsOf(dialect).values()].join("\n");
    expect(all.includes("{% do ")).toBe(dialect.doStatement);
    expect(all.includes("{% set _ = ")).toBe(!dialect.doStatement);
  });

  it.each(runs)("$name does the same as JavaScript with $run (run %#)", async ({ name, run }) => {
    const result = await runner?.compare(name, run);
    expect(result?.nsl).toEqual(result?.js);
    expect(result?.equal).toBe(true);
  });
});

describe("the worker", () => {
  it("knows `do` only with its extension", async () => {
    const skills = { Skill: { source: "{% do [].append(1) %}fine", parameters: [] } };
    const host = (): never => {
      throw new Error("no action is called");
    };
    const plain = await startWorker();
    await expect(plain.loadFlow("Flow", skills)).rejects.toThrow("do");
    await plain.close();
    const extended = await startWorker({ extensions: ["jinja2.ext.do"] });
    await expect(extended.loadAndRun("Flow", skills, "Skill", {}, host)).resolves.toMatchObject({
      value: "fine",
    });
    await extended.close();
  });
});
