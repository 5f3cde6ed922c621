/** What is checked beside the build: the texts of the scenarios, and that what was released is still there. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { lintScenarios, placeIn } from "../lint/index.ts";
import { makeProblem } from "../model/problem.ts";
import { checkSandboxFiles } from "../model/read-identity.ts";
import { readSourceIndex } from "../model/source-index.ts";
import type { Problem } from "../model/types.ts";
import type { Project } from "../project/index.ts";
import {
  checkReleased,
  publicNames,
  readReleased,
  readStoredShapes,
  releaseCatalogue,
  releasedFileName,
  storedShapesFile,
  type MigrationRecord,
  type PublicName,
  type ReleasedName,
} from "../release/index.ts";
import type { ModuleDefinition } from "../sdk/definition.ts";
import type { ScenarioDefinitions } from "../sdk/scenario-definition.ts";
import { exitCodes, UserError } from "./exit-codes.ts";
import { runFile } from "./run-file.ts";

/** The file that holds a project's scenarios, relative to its root. */
export function scenariosFile({ folders }: Project): string {
  return `${folders.scenarios}/index.ts`;
}

/**
 * The scenarios of a project, or null when it has no file for them.
 *
 * @throws UserError when the file exports none
 * @throws ProblemsError when it does not run
 */
export async function loadScenarios(project: Project): Promise<ScenarioDefinitions | null> {
  const file = scenariosFile(project);
  if (!existsSync(join(project.root, file))) {
    return null;
  }
  const { scenarioDefinitions } = await runFile(project, file, file);
  if (scenarioDefinitions === undefined) {
    throw new UserError(`${file} exports no \`scenarioDefinitions\`.`, exitCodes.usage);
  }
  return scenarioDefinitions as ScenarioDefinitions;
}

/** What the linter finds in the scenarios, each with its place. */
export function lintProject(
  project: Project,
  definition: ModuleDefinition,
  scenarios: ScenarioDefinitions,
): Problem[] {
  const { attributePrefix, folders, root } = project;
  const sources = readSourceIndex(root, [folders.scenarios, folders.module]);
  const place = placeIn(sources, scenariosFile(project));
  return lintScenarios(scenarios, { ...definition, attributePrefix }, place);
}

/** The shapes of what the module of a project stores. @throws UserError when the file that lists them does not */
export function shapesOf({ root, folders }: Project): Map<string, string> {
  try {
    return readStoredShapes(root, storedShapesFile(folders.module));
  } catch (thrown) {
    throw new UserError(`${thrown instanceof Error ? thrown.message : String(thrown)}.`);
  }
}

/** What was released and is not as it was; nothing before the first release. */
async function checkReleasedNames(
  project: Project,
  definition: ModuleDefinition,
  scenarios: ScenarioDefinitions | null,
): Promise<Problem[]> {
  const file = releasedFileName(project.folders.module);
  let released: ReleasedName[];
  try {
    released = readReleased(project.root, file);
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    const line = Number(/^line (\d+)/u.exec(detail)?.[1] ?? 1);
    const span = { position: { file, line, column: 1 }, length: 1 };
    return [makeProblem(releaseCatalogue.releasedFileUnreadable, { detail }, span)];
  }
  const names: PublicName[] = publicNames(definition, scenarios, shapesOf(project));
  const index = `${project.folders.module}/index.ts`;
  const { migrations = [] } = await runFile(project, index, index);
  const version = project.identity?.version ?? "";
  return checkReleased({
    released,
    file,
    names,
    migrations: migrations as readonly Partial<MigrationRecord>[],
    version,
  });
}

/** All of that, for a project whose definitions are in order. */
export async function checkContent(project: Project, definition: ModuleDefinition): Promise<Problem[]> {
  const scenarios = await loadScenarios(project);
  const texts = scenarios === null ? [] : lintProject(project, definition, scenarios);
  const named = checkSandboxFiles(project.root, project.sandbox);
  return [...named, ...texts, ...(await checkReleasedNames(project, definition, scenarios))];
}
