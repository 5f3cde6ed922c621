/** Reads written conversations that a project or a command line names. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "../project/index.ts";
import {
  parseConversations,
  ScriptError,
  type FoundScript,
  type ServiceWords,
} from "../sandbox/conversations/index.ts";
import { exitCodes, UserError } from "./exit-codes.ts";
import { shownPath } from "./project.ts";

/**
 * The conversations of a file, or of all `.yaml` files of a folder; at least one.
 *
 * @param place absolute, or relative to the current folder
 * @param date replaces the day the conversations say they are about; left out to keep it
 * @throws UserError when there are none, or one is not of the right form
 */
export function readScripts(
  project: Project,
  place: string,
  words: ServiceWords,
  date?: string,
): readonly [FoundScript, ...FoundScript[]] {
  try {
    const found = filesAt(project, place).flatMap((path) => {
      const file = shownPath(project, path);
      const options = { file, ...(date === undefined ? {} : { date }) };
      const scripts = parseConversations(readFileSync(path, "utf8"), words, options);
      return scripts.map((script) => ({ file, script }));
    });
    const [first, ...rest] = found;
    if (first === undefined) {
      throw new UserError(`There is no conversation in ${shownPath(project, place)}.`, exitCodes.usage);
    }
    return [first, ...rest];
  } catch (thrown) {
    throw thrown instanceof ScriptError ? new UserError(thrown.message, exitCodes.usage) : thrown;
  }
}

function filesAt(project: Project, path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) {
    throw new UserError(`There is no file ${shownPath(project, path)}.`, exitCodes.usage);
  }
  const names = stats.isDirectory() ? readdirSync(path).filter((name) => name.endsWith(".yaml")) : null;
  return names === null ? [path] : names.sort().map((name) => join(path, name));
}
