/** The project a verb works on, and paths as the command line takes and shows them. */
import { isAbsolute, relative, resolve, sep } from "node:path";
import { findProjectRoot, openProject, type Project } from "../project/index.ts";
import { toolkitRoot } from "../toolkit.ts";
import { exitCodes, UserError } from "./exit-codes.ts";

/**
 * The folder of the project a command is for: the one that was named; else the nearest upwards from the current
 * folder that holds a `module.yaml`; else the one the command itself stands in.
 *
 * @param named what stands after `--project`, relative to the current folder; "" for nothing
 * @returns null when there is none
 * @throws UserError when the named folder holds no `module.yaml`
 */
export function projectFolder(named: string, currentFolder: string): string | null {
  if (named === "") {
    return findProjectRoot(currentFolder) ?? findProjectRoot(toolkitRoot);
  }
  const folder = resolve(currentFolder, named);
  if (findProjectRoot(folder) !== folder) {
    throw new UserError(
      `There is no module.yaml in ${named}. Name the folder that holds it.`,
      exitCodes.usage,
    );
  }
  return folder;
}

/**
 * The project of a command, as it is now.
 *
 * @throws UserError when there is none
 */
export function projectFor(named: string, currentFolder: string): Project {
  const folder = projectFolder(named, currentFolder);
  if (folder === null) {
    throw new UserError(
      "There is no module.yaml here or in a folder above. Name the project with --project.",
      exitCodes.usage,
    );
  }
  return openProject(folder);
}

/** The absolute form of a path given on the command line: relative to the project, absolute as it is. */
export function inProject({ root }: Project, path: string): string {
  return resolve(root, path);
}

/** A path as it is shown: relative to the project when it lies in it. */
export function shownPath({ root }: Project, path: string): string {
  const local = relative(root, path);
  return local.startsWith("..") || isAbsolute(local) ? path : local.split(sep).join("/");
}
