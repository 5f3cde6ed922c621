/** Runs generated programs in both runtimes, compiled in several ways, and reports every difference, shrunk. */
import fc from "fast-check";
import type { JsonValue } from "../../sdk/types.ts";
import type { Problem } from "../../model/types.ts";
import {
  type Comparison,
  type CompiledPrograms,
  compilePrograms,
  createRunner,
  type ProgramInput,
  type ProgramSource,
  textProgram,
} from "../../sandbox/program/index.ts";
import { type GeneratedProgram, generatedPrograms } from "./program.ts";
import { compiledIn, everyPass, type Way } from "./ways.ts";

/** Programs compiled together: the more the cheaper each, and the more a process holds. */
export const TOGETHER = 25;

/** What to run. */
export interface FuzzOptions {
  /** The first program's seed; the others follow. */
  readonly seed: number;
  readonly count: number;
  /** How they are compiled; with every pass when left out. */
  readonly ways?: readonly Way[];
  /** The Python executable; by default the first that is found. */
  readonly python?: string;
  /** Longest time to spend on making a difference smaller, in milliseconds; 20 000 by default. */
  readonly shrinkMs?: number;
}

/** What came of it. */
export interface FuzzReport {
  readonly programs: number;
  readonly runs: number;
  /** Runs in which the program came to its end: a check that the programs do something. */
  readonly finished: number;
  /** Requests and log lines of all runs. */
  readonly actions: number;
  /** A text for each program that does not do the same in both runtimes, ready to be read. */
  readonly differences: readonly string[];
}

/** A program that went wrong. */
interface Difference {
  readonly source: string;
  /** How it was compiled. */
  readonly way: string;
  readonly nsl: string;
  readonly input: ProgramInput | null;
  readonly outcome: Comparison | readonly string[];
}

/** Generates and runs programs. The same options give the same report. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { seed, count, ways = [everyPass] } = options;
  const totals = { programs: 0, runs: 0, finished: 0, actions: 0 };
  const differences: string[] = [];
  for (let start = 0; start < count; start += TOGETHER) {
    const seeds = Array.from(
      { length: Math.min(TOGETHER, count - start) },
      (_entry, index) => seed + start + index,
    );
    const programs = seeds.map((programSeed) => sample(programSeed));
    const result = await runBatch(programs, ways, options.python);
    totals.programs += programs.length;
    totals.runs += result.runs;
    totals.finished += result.finished;
    totals.actions += result.actions;
    for (const index of result.different) {
      differences.push(await shrink(seeds[index] ?? seed, programs[index], ways, options));
    }
  }
  return { ...totals, differences };
}

function sample(seed: number): GeneratedProgram {
  const [program] = fc.sample(generatedPrograms, { seed, numRuns: 1 });
  return program ?? { source: "", inputs: [] };
}

/** Finds a smaller program that also goes wrong. */
async function shrink(
  seed: number,
  program: GeneratedProgram | undefined,
  ways: readonly Way[],
  options: FuzzOptions,
): Promise<string> {
  let smallest = program === undefined ? null : await check(program, ways, options.python);
  await fc.check(
    fc.asyncProperty(generatedPrograms, async (candidate) => {
      const found = await check(candidate, ways, options.python);
      if (found !== null && (smallest === null || found.source.length <= smallest.source.length)) {
        smallest = found;
      }
      return found === null;
    }),
    {
      seed,
      numRuns: 1,
      unbiased: true,
      interruptAfterTimeLimit: options.shrinkMs ?? 20_000,
      markInterruptAsFailure: true,
    },
  );
  return smallest === null ? `seed ${String(seed)}: only wrong in a batch` : describe(seed, smallest);
}

async function check(
  program: GeneratedProgram,
  ways: readonly Way[],
  python: string | undefined,
): Promise<Difference | null> {
  const withEveryPass = compilePrograms([textProgram("fuzz", program.source)]);
  for (const way of ways) {
    const found = await checkOne(program, way, compiledIn(way, withEveryPass), python);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

async function checkOne(
  program: GeneratedProgram,
  way: Way,
  compiled: CompiledPrograms,
  python: string | undefined,
): Promise<Difference | null> {
  const nsl = (compiled.flows.get("fuzz")?.skills ?? [])
    .map(({ idn, text }) => `--- ${idn}\n${text}`)
    .join("");
  const found = { source: program.source, way: way.name, nsl };
  if (compiled.problems.length > 0) {
    const outcome = compiled.problems.map(
      ({ code, message, position }) => `${String(position?.line ?? 0)}: ${code} ${message}`,
    );
    return { ...found, input: null, outcome };
  }
  const runner = await createRunner(compiled, python === undefined ? {} : { python });
  try {
    for (const input of program.inputs) {
      const outcome = await runner.compare("fuzz", input);
      if (!outcome.equal) {
        return { ...found, input, outcome };
      }
    }
    return null;
  } finally {
    await runner.close();
  }
}

interface BatchResult {
  readonly runs: number;
  readonly finished: number;
  readonly actions: number;
  /** Indexes of programs that went wrong. */
  readonly different: readonly number[];
}

async function runBatch(
  programs: readonly GeneratedProgram[],
  ways: readonly Way[],
  python: string | undefined,
): Promise<BatchResult> {
  const { refused, compiled: withEveryPass } = acceptedOf(programs);
  const totals = { runs: 0, finished: 0, actions: 0 };
  const different = new Set<number>(refused);
  for (const way of ways) {
    const compiled = compiledIn(way, withEveryPass);
    const runner = await createRunner(compiled, python === undefined ? {} : { python });
    try {
      for (const [index, { inputs }] of programs.entries()) {
        for (const input of refused.has(index) ? [] : inputs) {
          const { js, equal } = await runner.compare(nameOf(index), input);
          totals.runs += 1;
          totals.finished += js.text === undefined ? 0 : 1;
          totals.actions += js.actions.length;
          if (!equal) {
            different.add(index);
          }
        }
      }
    } finally {
      await runner.close();
    }
  }
  return { ...totals, different: [...different] };
}

/** The indexes of the programs that are refused, and the others, compiled with every pass. */
function acceptedOf(programs: readonly GeneratedProgram[]): {
  readonly refused: ReadonlySet<number>;
  readonly compiled: CompiledPrograms;
} {
  const refused = new Set<number>();
  let compiled = compilePrograms(accepted(programs, refused));
  // What TypeScript refuses hides what the compiler refuses elsewhere, so that once more may not be enough.
  while (compiled.problems.length > 0) {
    const [first] = compiled.problems;
    const before = refused.size;
    programsOf(compiled.problems).forEach((index) => refused.add(index));
    if (refused.size === before) {
      throw new Error(`A problem lies in no program: ${first?.code ?? ""} ${first?.message ?? ""}`);
    }
    compiled = compilePrograms(accepted(programs, refused));
  }
  return { refused, compiled };
}

function accepted(
  programs: readonly GeneratedProgram[],
  refused: ReadonlySet<number>,
): readonly ProgramSource[] {
  return programs.flatMap(({ source }, index) =>
    refused.has(index) ? [] : [textProgram(nameOf(index), source)],
  );
}

/** The indexes of the programs in which the problems lie. */
function programsOf(problems: readonly Problem[]): readonly number[] {
  return problems.flatMap(({ position }) => {
    const [, index] = /\/P([0-9]+)\//u.exec(position?.file ?? "") ?? [];
    return index === undefined ? [] : [Number(index) - 1];
  });
}

function nameOf(index: number): string {
  return `P${String(index + 1)}`;
}

function describe(seed: number, { source, way, nsl, input, outcome }: Difference): string {
  const shown: JsonValue | undefined = input?.input;
  return [
    `seed ${String(seed)}, ${way}`,
    source,
    nsl,
    `input ${JSON.stringify(shown)}, responses ${JSON.stringify(input?.responses)}`,
    "js" in outcome
      ? `js  ${JSON.stringify(outcome.js)}\nnsl ${JSON.stringify(outcome.nsl)}`
      : outcome.join("\n"),
  ].join("\n");
}
