/** Paths as the command line takes and shows them, and what the package file says. */
import { readFileSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { projectRoot } from "../project-root.ts";

/** The absolute form of a path given on the command line: relative to the project, absolute as it is. */
export function inProject(path: string): string {
  return resolve(projectRoot, path);
}

/** A path as it is shown: relative to the project when it lies in it. */
export function shownPath(path: string): string {
  const local = relative(projectRoot, path);
  return local.startsWith("..") || isAbsolute(local) ? path : local.split(sep).join("/");
}

/** The version in `package.json`. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as {
    version: string;
  };
  return version;
}
