/** Folders that hold the tree of an artifact. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ArtifactTree } from "../model/types.ts";
import { exitCodes, UserError } from "./exit-codes.ts";

/**
 * @param word the folder as it was named
 * @throws UserError when it holds anything else than a tree
 */
export function refuseForeign(folder: string, word: string): void {
  const names = existsSync(folder) ? namesIn(folder, word) : [];
  if (names.length > 0 && !names.includes("import_version.txt")) {
    throw new UserError(
      `${word} holds files that are no artifact. Name an empty folder, or one that is not there yet.`,
      exitCodes.usage,
    );
  }
}

function namesIn(folder: string, word: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new UserError(`${word} is not a folder. Name one, or one that is not there yet.`, exitCodes.usage);
  }
}

/** Writes a tree into a folder instead of what it holds; beside it first, so that it holds the old tree or the new one. */
export function writeTree(tree: ArtifactTree, folder: string): void {
  mkdirSync(dirname(folder), { recursive: true });
  const staging = mkdtempSync(join(dirname(folder), ".pull-"));
  try {
    for (const [path, text] of tree) {
      const file = join(staging, "tree", path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    exchange(join(staging, "tree"), folder, join(staging, "before"));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Moves the new folder in and the old one out; when that does not work the old one is back. */
function exchange(next: string, folder: string, before: string): void {
  const isThere = existsSync(folder);
  if (isThere) {
    renameSync(folder, before);
  }
  try {
    renameSync(next, folder);
  } catch (thrown) {
    if (isThere) {
      renameSync(before, folder);
    }
    throw thrown;
  }
}
