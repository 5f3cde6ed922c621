/** Programs as people write them who come from an ordinary TypeScript project. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../../scripts/model/types.ts";
import {
  type CompiledPrograms,
  compilePrograms,
  createRunner,
  type ProgramInput,
  type ProgramRunner,
} from "../../../scripts/sandbox/program/index.ts";

/** A program with the runs its first lines name. */
interface AuthorsProgram {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly runs: readonly ProgramInput[];
}

function programsOf(folder: string): readonly AuthorsProgram[] {
  const path = fileURLToPath(new URL(`./${folder}/`, import.meta.url));
  return readdirSync(path).map((name) => {
    const text = readFileSync(join(path, name), "utf8");
    const runs = [...text.matchAll(/^\/\/ @run (.*)$/gmu)].map(
      ([, run = ""]) => JSON.parse(run) as ProgramInput,
    );
    return { name: name.replace(/\W/gu, "_"), file: join(path, name), text, runs };
  });
}

/** Compiles them; what TypeScript itself finds is told before anything else, so it takes several looks. */
function compileAll(all: readonly AuthorsProgram[]): {
  compiled: CompiledPrograms;
  problems: ReadonlyMap<AuthorsProgram, readonly Problem[]>;
} {
  const problems = new Map<AuthorsProgram, readonly Problem[]>();
  for (;;) {
    const compiled = compilePrograms(all.filter((program) => !problems.has(program)));
    if (compiled.problems.length === 0) {
      return { compiled, problems };
    }
    const before = problems.size;
    for (const program of all) {
      const found = compiled.problems.filter(({ position }) =>
        program.file.endsWith(`/${position?.file ?? "?"}`),
      );
      if (found.length > 0) {
        problems.set(program, found);
      }
    }
    expect(problems.size, JSON.stringify(compiled.problems)).toBeGreaterThan(before);
  }
}

const programs = programsOf("programs");
const edited = programsOf("edited");
const asWritten = compileAll(programs);
const afterEdit = compileAll(edited);
const runnable = programs.filter((program) => !asWritten.problems.has(program));

let runners: Record<"written" | "edited", ProgramRunner>;
beforeAll(async () => {
  runners = {
    written: await createRunner(asWritten.compiled),
    edited: await createRunner(afterEdit.compiled),
  };
});
afterAll(() => Promise.all(Object.values(runners).map((runner) => runner.close())));

async function expectEqual(runner: ProgramRunner, { name, runs }: AuthorsProgram): Promise<void> {
  expect(runs.length).toBeGreaterThan(0);
  for (const run of runs) {
    const { js, nsl } = await runner.compare(name, run);
    expect(js.error).toBeUndefined();
    expect(js.text).toBeDefined();
    expect(nsl).toEqual(js);
  }
}

describe("programs of integration authors", () => {
  it("are many, of which most compile as they are written", () => {
    expect(programs).toHaveLength(94);
    expect(runnable.length).toBeGreaterThanOrEqual(84);
  });

  it.each(runnable)("$name does the same in both runtimes", (program) =>
    expectEqual(runners.written, program),
  );

  it("have an edit where they are refused", () => {
    expect(afterEdit.problems.size).toBe(0);
    expect(edited.map(({ name }) => name).sort()).toEqual(
      [...asWritten.problems.keys()].map(({ name }) => name).sort(),
    );
  });

  it.each(edited)("$name works after the edit that its diagnostic tells", async (program) => {
    const written = programs.find(({ name }) => name === program.name);
    const advice = (written && asWritten.problems.get(written))?.map((problem) => problem.advice).join("\n");
    const told = [...program.text.matchAll(/^\/\/ @advice (.*)$/gmu)].map(([, snippet = ""]) => snippet);
    const body = program.text.replace(/^\/\/ @.*$/gmu, "");
    expect(told.length).toBeGreaterThan(0);
    for (const snippet of told) {
      expect(advice).toContain(snippet);
      expect(body).toContain(snippet);
    }
    await expectEqual(runners.edited, program);
  });
});
