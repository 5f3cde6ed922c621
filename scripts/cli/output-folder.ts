/** The folder of a build, looked at before anything is built. */
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Project } from "../project/index.ts";
import { exitCodes, UserError } from "./exit-codes.ts";
import { inProject, shownPath } from "./project.ts";

/**
 * The absolute form of `--out`.
 *
 * @throws UserError when a file stands there, or nothing may be written there
 */
export function outputFolder(project: Project, out: string): string {
  const folder = inProject(project, out);
  const nearest = nearestThatExists(folder);
  const shown = shownPath(project, nearest);
  if (!statSync(nearest).isDirectory()) {
    throw new UserError(`${shown} is a file. Name a folder with --out.`, exitCodes.usage);
  }
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
  } catch {
    throw new UserError(
      `Nothing may be written into ${shown}. Name another folder with --out.`,
      exitCodes.usage,
    );
  }
  return folder;
}

function nearestThatExists(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestThatExists(dirname(path));
}
