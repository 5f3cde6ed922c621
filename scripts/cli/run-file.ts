/** Runs one file of a project for a verb; one that does not run is a problem with its place. */
import { notRun, runSources, type Exported } from "../assemble/index.ts";
import type { Project } from "../project/index.ts";
import { ProblemsError } from "./problems-error.ts";

/**
 * What a file exports.
 *
 * @param what the file in words: `The simulator simulator.ts`
 * @param file its name, relative to the project
 * @throws ProblemsError when it does not run
 */
export async function runFile(project: Project, what: string, file: string): Promise<Exported> {
  try {
    return await runSources(project, [file]);
  } catch (thrown) {
    throw new ProblemsError([notRun(what, thrown)]);
  }
}
