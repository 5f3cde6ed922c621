/** A small project in a folder of its own, to be broken. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../artifact/temporary-folder.ts";
import { root } from "../assemble/built-module.ts";

/** A copy of the second module. */
export function projectCopy(): string {
  const copy = temporaryFolder();
  cpSync(join(root, "test/projects/bike-repair"), copy, { recursive: true });
  return copy;
}

/** Rewrites a file of a project. */
export function edit(project: string, file: string, change: (text: string) => string): void {
  const path = join(project, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
}
