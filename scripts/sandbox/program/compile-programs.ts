/** Compiles many programs at once: one TypeScript program, a flow for each. */
import { readFileSync } from "node:fs";
import type ts from "typescript";
import {
  type CallProfile,
  compileFlows,
  type CompileOutput,
  type CompileState,
} from "../../compiler/index.ts";
import { conservativeDialect, type Dialect } from "../../compiler/nsl/dialect.ts";
import { allPasses, type PassName } from "../../compiler/optimise/index.ts";
import { relativeTo, sdkFile } from "../../compiler/program.ts";
import type { CompiledFlow, Problem } from "../../model/types.ts";
import { looseSources, type SourceRoot } from "../../project/index.ts";
import { type ProgramMain, readMain } from "./program-main.ts";
import { atMain } from "./wrapper-problems.ts";
import { wrapperFile, wrapperText } from "./wrapper.ts";

/** A program to compile. */
export interface ProgramSource {
  /** The idn of its flow; unique in a batch. */
  readonly name: string;
  /** Absolute name of the file that exports `main`. */
  readonly file: string;
  /** Texts of files that are not on disk, by absolute name. */
  readonly files?: Readonly<Record<string, string>>;
}

/** How programs are compiled. */
export interface ProgramOptions {
  /** What the target can do; the conservative dialect when left out. */
  readonly dialect?: Dialect;
  /** Passes of the optimiser that are left out; none when not given. */
  readonly withoutPasses?: ReadonlySet<PassName> | "all";
  /** How often calls are made, by the name of the program; not known when left out. */
  readonly profile?: CallProfile;
  /** Compiles for measuring such a profile. */
  readonly isCounted?: boolean;
  /** What file names are shown relative to, and the SDK; the toolkit's own when left out. */
  readonly root?: SourceRoot;
  /** The same programs, compiled in another way: what is read of their sources is not read again. */
  readonly before?: CompiledPrograms;
}

/** A batch of programs, compiled. */
export interface CompiledPrograms {
  /** By name; empty when there are problems. */
  readonly flows: ReadonlyMap<string, CompiledFlow>;
  readonly problems: readonly Problem[];
  /** Names of the programs whose numbers may be decimals. */
  readonly decimals: ReadonlySet<string>;
  /** The source files, for running them as JavaScript. */
  readonly program: ts.Program;
  readonly sources: readonly ProgramSource[];
  /** For compiling them in another way. */
  readonly state: CompileState;
}

/**
 * Compiles programs together.
 *
 * @throws ProgramFormError when one of them exports no `main`
 */
export function compilePrograms(
  sources: readonly ProgramSource[],
  options: ProgramOptions = {},
): CompiledPrograms {
  const { dialect = conservativeDialect, withoutPasses = new Set(), root = looseSources } = options;
  const { profile, isCounted, before } = options;
  const relative = relativeTo(root.root);
  const overlay = new Map<string, string>();
  const mains = new Map<string, ProgramMain>();
  for (const { name, file, files = {} } of sources) {
    Object.entries(files).forEach(([fileName, content]) => overlay.set(fileName, content));
    const main = readMain(relative(file), files[file] ?? readFileSync(file, "utf8"));
    mains.set(relative(wrapperFile(name)), main);
    overlay.set(wrapperFile(name), wrapperText(file, main, before?.decimals.has(name)));
  }
  const compile = (previous?: CompileState): CompileOutput =>
    compileFlows({
      ...(previous === undefined ? {} : { previous }),
      sources: root,
      runtimeFile: sdkFile("bare-runtime.ts", root),
      flows: sources.map(({ name }) => ({
        idn: name,
        handlers: [{ name: "program", file: wrapperFile(name) }],
      })),
      overlay,
      dialect,
      withoutPasses: withoutPasses === "all" ? allPasses : withoutPasses,
      ...(profile === undefined ? {} : { profile }),
      ...(isCounted === undefined ? {} : { isCounted }),
    });
  const first = compile(before?.state);
  // Only the compiler knows which programs have decimals; those are given their input in another way.
  const files = new Set([...first.state.decimals.keys()].map(({ fileName }) => fileName));
  const decimals = new Set(sources.map(({ name }) => name).filter((name) => files.has(wrapperFile(name))));
  for (const { name, file } of sources) {
    const main = mains.get(relative(wrapperFile(name)));
    if (main !== undefined && decimals.has(name)) {
      overlay.set(wrapperFile(name), wrapperText(file, main, true));
    }
  }
  const isDone = before !== undefined || decimals.size === 0 || first.problems.length > 0;
  const { flows, problems, state } = isDone ? first : compile(first.state);
  return {
    decimals,
    flows: new Map(flows.map((flow) => [flow.idn, flow])),
    problems: atMain(problems, mains),
    program: state.builder.getProgram(),
    sources,
    state,
  };
}
