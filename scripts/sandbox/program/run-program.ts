/** Runs one TypeScript program as JavaScript and as compiled NSL, and compares what they did. */
import path from "node:path";
import type { CompiledFlow, Problem } from "../../model/types.ts";
import { compilePrograms, type ProgramSource } from "./compile-programs.ts";
import { findInputTypeFaults, InputTypeError } from "./input-type.ts";
import type { Outcome } from "./outcome.ts";
import type { ProgramInput } from "./program-input.ts";
import { createRunner } from "./run-compiled.ts";
import type { PythonPlaces, SourceRoot } from "../../project/index.ts";
import { toolkitRoot } from "../../toolkit.ts";

/** What to run: a file, or a text that stands for one. */
export type ProgramRequest = ProgramInput & {
  /** The Python executable; by default the first that is found. */
  readonly python?: string;
  /** Where one is looked for when none is named; the places of the toolkit when left out. */
  readonly pythonPlaces?: PythonPlaces;
  /** What file names are shown relative to, and the SDK; the toolkit's own when left out. */
  readonly root?: SourceRoot;
} & ({ readonly file: string } | { readonly source: string });

/** What came of it. With problems nothing was run. */
export interface ProgramResult {
  readonly js: Outcome;
  readonly nsl: Outcome;
  readonly equal: boolean;
  readonly problems: readonly Problem[];
  /** The compiled skills; null with problems. */
  readonly flow: CompiledFlow | null;
}

const nothing: Outcome = { value: undefined, text: undefined, actions: [] };

/**
 * Compiles and runs a program that exports `main(ctx, input)`; `ctx` may be left out, `main` may be async.
 *
 * @throws ProgramFormError when it exports no `main`
 * @throws InputTypeError when the input is not of the type that `main` gives it
 * @throws WorkerError when there is no usable Python
 */
export async function runProgram(request: ProgramRequest): Promise<ProgramResult> {
  const source = "file" in request ? fileProgram(request.file) : textProgram("program", request.source);
  const compiled = compilePrograms([source], request.root === undefined ? {} : { root: request.root });
  const flow = compiled.flows.get(source.name) ?? null;
  if (flow === null) {
    return { js: nothing, nsl: nothing, equal: false, problems: compiled.problems, flow };
  }
  const hasDecimals = compiled.decimals.has(source.name);
  const faults = findInputTypeFaults(compiled.program, source.file, request.input ?? null, hasDecimals);
  if (faults.length > 0) {
    throw new InputTypeError(faults);
  }
  const { python, pythonPlaces } = request;
  const runner = await createRunner(compiled, {
    ...(python === undefined ? {} : { python }),
    ...(pythonPlaces === undefined ? {} : { pythonPlaces }),
  });
  try {
    return { ...(await runner.compare(source.name, request)), problems: [], flow };
  } finally {
    await runner.close();
  }
}

/** A program on disk. */
export function fileProgram(file: string): ProgramSource {
  return { name: "program", file: path.resolve(file) };
}

/**
 * A program that is only a text, or several. It stands in a folder of the project of its own, as an author's
 * would.
 *
 * @param name the name of its flow and of its folder
 * @param helpers texts of other files in the folder, by file name
 */
export function textProgram(
  name: string,
  source: string,
  helpers: Readonly<Record<string, string>> = {},
): ProgramSource {
  const folder = path.join(toolkitRoot, "programs", name);
  const file = path.join(folder, "main.ts");
  const others = Object.entries(helpers).map(([fileName, text]) => [path.join(folder, fileName), text]);
  return { name, file, files: { ...(Object.fromEntries(others) as Record<string, string>), [file]: source } };
}
