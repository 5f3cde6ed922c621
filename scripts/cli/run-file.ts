/** Runs one file of a project for a verb, and says in plain words when that cannot be. */
import { runSources, type Exported } from "../assemble/index.ts";
import type { Project } from "../project/index.ts";
import { exitCodes, UserError } from "./exit-codes.ts";

/**
 * What a file exports.
 *
 * @param what the file in words: `The simulator simulator.ts`
 * @param file its name, relative to the project
 * @throws UserError when it does not run
 */
export async function runFile(project: Project, what: string, file: string): Promise<Exported> {
  try {
    return await runSources(project, [file]);
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message.replaceAll(project.root, "") : String(thrown);
    throw new UserError(`${what} does not run: ${detail}`, exitCodes.usage);
  }
}
