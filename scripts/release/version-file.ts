/** The one copy of the version that handlers can read: a file of the sources, made of `module.yaml` and nothing else. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { makeProblem } from "../model/problem.ts";
import type { Problem } from "../model/types.ts";
import { releaseCatalogue } from "./catalogue.ts";

/** The file's name relative to the project. */
export function versionFileName(attributesFolder: string): string {
  return `${attributesFolder}/version.ts`;
}

/** What the file holds for a version. */
export function versionFileText(version: string): string {
  return `/** The version of \`module.yaml\`, for handlers. Written from there: edit that, not this. */\nexport const definitionsVersion = "${version}";\n`;
}

/** A problem when the project has such a file and it says something else than `module.yaml`. */
export function checkVersionFile(root: string, file: string, version: string): Problem[] {
  const path = join(root, file);
  if (!existsSync(path) || readFileSync(path, "utf8") === versionFileText(version)) {
    return [];
  }
  const span = { position: { file, line: 2, column: 1 }, length: 1 };
  return [makeProblem(releaseCatalogue.versionStale, { file, version }, span)];
}
