/**
 * Skills as a reader sees them. What they do is compared with JavaScript; how they read is compared with the texts
 * beside the programs, which `UPDATE_GOLDEN=1 npx vitest run test/compiler/golden` rewrites: then look at the change.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toolkitRoot } from "../../../scripts/toolkit.ts";
import { compileExamples } from "../../../scripts/docs/subset/compiled.ts";
import { readExample } from "../../../scripts/docs/subset/example.ts";
import type { CompiledSkill } from "../../../scripts/model/types.ts";
import { compilePrograms, createRunner, type ProgramRunner } from "../../../scripts/sandbox/program/index.ts";

const folder = import.meta.dirname;
const rewrite = process.env["UPDATE_GOLDEN"] === "1";
const programs = readdirSync(folder)
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => readExample(folder, name.replace(/\.ts$/u, "")));

describe("golden skills", () => {
  const skills = compileExamples(toolkitRoot, programs);
  let runner: ProgramRunner | null = null;

  beforeAll(async () => {
    runner = await createRunner(compilePrograms(programs.map(({ name, file }) => ({ name, file }))));
  });
  afterAll(() => runner?.close());

  it("has a dozen programs, and no text without one", () => {
    expect(programs.length).toBeGreaterThanOrEqual(12);
    const texts = readdirSync(folder).filter((name) => name.endsWith(".nsl"));
    expect(texts).toEqual(programs.map(({ name }) => `${name}.nsl`));
  });

  it.each(programs)("$name reads as it did", ({ name }) => {
    const text = (skills.get(name) ?? []).map(page).join("\n");
    const file = join(folder, `${name}.nsl`);
    if (rewrite) {
      writeFileSync(file, text);
    }
    expect(text).toContain("{{ Return(");
    expect(text).toBe(readFileSync(file, "utf8"));
  });

  it.each(programs)("$name is indented by two spaces, in lines that fit a screen", ({ name }) => {
    const lines = (skills.get(name) ?? []).flatMap((skill) => skill.text.split("\n"));
    expect(lines.filter((line) => (/^ */u.exec(line)?.[0].length ?? 0) % 2 !== 0)).toEqual([]);
    const isTable = (line: string): boolean => line.startsWith("{% set WHITESPACE = ");
    expect(lines.filter((line) => line.length > 130 && !isTable(line))).toEqual([]);
    expect(lines.filter((line) => line.endsWith(" "))).toEqual([]);
  });

  it.each(programs)("$name does the same in both runtimes", async ({ name, runs }) => {
    for (const run of runs) {
      const result = await runner?.compare(name, run);
      expect(result?.nsl).toEqual(result?.js);
      expect(result?.equal).toBe(true);
    }
  });
});

function page({ idn, parameters, text }: CompiledSkill): string {
  return `--- ${idn}(${parameters.map((parameter) => parameter.name).join(", ")})\n${text}`;
}
