/** The one copy of the version that handlers can read: a file of the sources, made of `module.yaml` and nothing else. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isScalar, parseDocument } from "yaml";
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

/** The text of a `module.yaml` with another version; all else of it, comments and line breaks too, is as it was. */
export function withVersionText(text: string, version: string): string {
  const node = parseDocument(text).get("version", true);
  const range = isScalar(node) ? node.range : null;
  if (range === null || range === undefined) {
    throw new Error("a module.yaml that was read has a version");
  }
  return `${text.slice(0, range[0])}${version}${text.slice(range[1])}`;
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
