/** Reads written conversations that a project or a command line names. */
import { existsSync } from "node:fs";
import type { Project } from "../project/index.ts";
import {
  readConversations,
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
  const nameOf = (path: string): string => shownPath(project, path);
  if (!existsSync(place)) {
    throw new UserError(`There is no file ${nameOf(place)}.`, exitCodes.usage);
  }
  try {
    const [first, ...rest] = readConversations(place, words, date, nameOf);
    if (first === undefined) {
      throw new UserError(`There is no conversation in ${nameOf(place)}.`, exitCodes.usage);
    }
    return [first, ...rest];
  } catch (thrown) {
    throw thrown instanceof ScriptError ? new UserError(thrown.message, exitCodes.usage) : thrown;
  }
}
