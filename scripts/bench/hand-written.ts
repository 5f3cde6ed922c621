/** Programs as the compiler writes them beside the same programs written by hand, by their size. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CompiledFlow, CompiledSkill } from "../model/types.ts";
import {
  type CompiledPrograms,
  compilePrograms,
  type ProgramInput,
  type ProgramSource,
} from "../sandbox/program/index.ts";

/** A program in both languages. */
export interface HandWrittenProgram {
  readonly source: ProgramSource;
  /** What it does, in a line. */
  readonly title: string;
  /** The inputs it is tried with: its `@run` lines. */
  readonly runs: readonly ProgramInput[];
  /** The skills that were written by hand: `_main` alone, or the skills of the whole flow. */
  readonly skills: readonly CompiledSkill[];
}

/** How large a program is in both forms, in bytes of NSL. */
export interface ProgramSize {
  readonly name: string;
  readonly title: string;
  readonly byHand: number;
  /** The skills of the program's own functions, as the verb `compile` shows them. */
  readonly compiled: number;
}

const folder = join(import.meta.dirname, "programs");

/** The programs in `scripts/bench/programs/`, a `.ts` and a `.nsl` for each. */
export function readHandWritten(): readonly HandWrittenProgram[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      const text = readFileSync(file, "utf8");
      const runs = [...text.matchAll(/^ \* @run (.*)$/gmu)].map(
        ([, run = ""]) => JSON.parse(run) as ProgramInput,
      );
      const [, title = ""] = /^ \* (.*)$/mu.exec(text) ?? [];
      return {
        source: { name: name.replace(/\W/gu, "_").replace(/_ts$/u, ""), file },
        title,
        runs,
        skills: readSkills(readFileSync(file.replace(/\.ts$/u, ".nsl"), "utf8")),
      };
    });
}

/** `--- idn(parameter, ...)` and the script below it. */
function readSkills(text: string): readonly CompiledSkill[] {
  return text
    .split(/^--- /mu)
    .slice(1)
    .map((part) => {
      const [, idn = "", parameters = ""] = /^(\w+)\((.*)\)\n/u.exec(part) ?? [];
      return {
        ...{ idn, title: idn, lines: [], sources: [], map: "" },
        parameters: parameters
          .split(", ")
          .filter((name) => name !== "")
          .map((name) => ({ name, defaultValue: "" })),
        text: `${part.slice(part.indexOf("\n") + 1).trim()}\n`,
      };
    });
}

/** The programs, compiled; each function is a skill of its own, as an author's would be. */
export function compileHandWritten(programs: readonly HandWrittenProgram[]): CompiledPrograms {
  return compilePrograms(
    programs.map(({ source }) => source),
    { withoutPasses: "all" },
  );
}

/** The flows with the skills that were written by hand in place of those that were compiled. */
export function withHandWritten(
  compiled: CompiledPrograms,
  programs: readonly HandWrittenProgram[],
): CompiledPrograms {
  const flows = programs.flatMap(({ source, skills }): CompiledFlow[] => {
    const flow = compiled.flows.get(source.name);
    const own = new Map(skills.map((skill) => [skill.idn, skill]));
    return flow === undefined
      ? []
      : own.has("_main")
        ? [{ ...flow, skills: flow.skills.map((skill) => own.get(skill.idn) ?? skill) }]
        : [{ ...flow, skills }];
  });
  return { ...compiled, flows: new Map(flows.map((flow) => [flow.idn, flow])) };
}

/** Measures the programs. */
export function measureHandWritten(
  programs: readonly HandWrittenProgram[],
  { flows }: CompiledPrograms,
): readonly ProgramSize[] {
  const bytes = (skills: readonly CompiledSkill[]): number =>
    skills.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return programs.map(({ source, title, skills }) => ({
    ...{ name: source.name, title, byHand: bytes(skills) },
    compiled: bytes(
      (flows.get(source.name)?.skills ?? []).filter(({ lines }) =>
        lines.some(({ file }) => source.file.endsWith(`/${file}`)),
      ),
    ),
  }));
}

/** How many times as large the compiled form is. */
export function ratioOf({ compiled, byHand }: ProgramSize): number {
  return Math.round((compiled / byHand) * 100) / 100;
}
