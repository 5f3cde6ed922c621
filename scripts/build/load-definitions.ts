/** Loads what `module/` defines, by running it. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import type { ModuleDefinition } from "../../module/definition.ts";
import { Reporter } from "../compiler/diagnostics/report.ts";
import { createSkillProgram, relativeTo } from "../compiler/program.ts";
import { makeProblem } from "../model/problem.ts";
import type { Problem } from "../model/types.ts";
import { buildCatalogue } from "./problem-catalogue.ts";

/** The definitions with the names of the events HTTP results arrive in; null when they could not be loaded. */
export interface LoadedDefinitions {
  readonly definition: ModuleDefinition | null;
  readonly resultEvents: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Imports `module/index.ts` and `module/contract.ts` of the project at `root`. Never throws: a module that
 * does not run is described by TypeScript's own errors, or by what it threw when TypeScript finds none.
 * A file is loaded once in a process, however often this is called.
 */
export async function loadDefinitions(root: string): Promise<LoadedDefinitions> {
  const entry = join(root, "module", "index.ts");
  try {
    const loaded = (await load(entry)) as { moduleDefinition?: ModuleDefinition };
    const contract = (await load(join(root, "module", "contract.ts"))) as {
      httpResultEvents?: readonly string[];
    };
    if (loaded.moduleDefinition === undefined || contract.httpResultEvents === undefined) {
      throw new Error("moduleDefinition or httpResultEvents is not exported.");
    }
    return { definition: loaded.moduleDefinition, resultEvents: contract.httpResultEvents, problems: [] };
  } catch (thrown) {
    const detail = (thrown instanceof Error ? thrown.message : String(thrown)).replaceAll(root, "");
    const found = typeErrors(root, entry);
    const unknown = [makeProblem(buildCatalogue.definitionsNotLoaded, { detail }, null)];
    return { definition: null, resultEvents: [], problems: found.length > 0 ? found : unknown };
  }
}

function load(file: string): Promise<unknown> {
  return import(pathToFileURL(file).href);
}

function typeErrors(root: string, entry: string): readonly Problem[] {
  const program = createSkillProgram({ rootDir: root, files: [entry] }).getProgram();
  const reporter = new Reporter(relativeTo(root));
  for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
    reporter.typescript(diagnostic);
  }
  return reporter.problems;
}
