/** Loads what `module/` defines, by running it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { Reporter } from "../compiler/diagnostics/report.ts";
import { createSkillProgram, relativeTo } from "../compiler/program.ts";
import { makeProblem } from "../model/problem.ts";
import type { Problem } from "../model/types.ts";
import type { Project, SourceRoot } from "../project/index.ts";
import type { ModuleDefinition } from "../sdk/definition.ts";
import type { ScenarioDefinitions } from "../sdk/scenario-definition.ts";
import { buildCatalogue } from "./problem-catalogue.ts";
import { isStale, renderTexts } from "./render-texts.ts";
import { runSources } from "./run-sources.ts";
import { SourcesError } from "./sources-error.ts";

/** The definitions; null when they could not be loaded. */
export interface LoadedDefinitions {
  readonly definition: ModuleDefinition | null;
  /** What the agent is told; null for a project without scenarios. */
  readonly scenarios: ScenarioDefinitions | null;
  readonly problems: readonly Problem[];
}

/**
 * Runs `module/index.ts` of a project, as it is on disk now. Never throws: a module that does not run is described by
 * TypeScript's own errors, or by what it threw when TypeScript finds none.
 */
export async function loadDefinitions(
  project: Pick<Project, keyof SourceRoot | "folders">,
): Promise<LoadedDefinitions> {
  const { root, folders } = project;
  const file = `${folders.module}/index.ts`;
  try {
    const texts = await renderTexts(project);
    const stale = makeProblem(buildCatalogue.textsStale, texts, null);
    const problems = isStale(project, texts) ? [stale] : texts.problems;
    if (problems.length > 0) {
      return { definition: null, scenarios: null, problems };
    }
    const content = `${folders.scenarios}/index.ts`;
    const files = existsSync(join(root, content)) ? [file, content] : [file];
    const { moduleDefinition, scenarioDefinitions } = await runSources(project, files);
    if (typeof moduleDefinition !== "object" || moduleDefinition === null) {
      throw new SourcesError(
        moduleDefinition === undefined
          ? "moduleDefinition is not exported."
          : "moduleDefinition is no record of definitions.",
        { position: { file, line: 1, column: 1 }, length: 1 },
      );
    }
    return {
      definition: moduleDefinition as ModuleDefinition,
      scenarios: (scenarioDefinitions as ScenarioDefinitions | undefined) ?? null,
      problems: [],
    };
  } catch (thrown) {
    const found = typeErrors(project, join(root, file));
    const unknown = [notLoaded(thrown, root)];
    return { definition: null, scenarios: null, problems: found.length > 0 ? found : unknown };
  }
}

function notLoaded(thrown: unknown, root: string): Problem {
  const detail = (thrown instanceof Error ? thrown.message : String(thrown)).replaceAll(root, "");
  const span = thrown instanceof SourcesError ? thrown.span : null;
  return makeProblem(buildCatalogue.definitionsNotLoaded, { detail }, span);
}

function typeErrors(sources: SourceRoot, entry: string): readonly Problem[] {
  const program = createSkillProgram({ sources, files: [entry] }).getProgram();
  const reporter = new Reporter(relativeTo(sources.root));
  for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
    reporter.typescript(diagnostic);
  }
  return reporter.problems;
}
