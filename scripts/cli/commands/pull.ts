/** `pull`: a project of an account as files. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { readProjectTree } from "../../builder/index.ts";
import type { ArtifactTree } from "../../model/types.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { identityOf, onBuilder } from "../on-builder.ts";

/** Prints how many files there are. A folder that holds anything else than a tree is not touched. */
export const run: Implementation<Commands["pull"]> = async ({ as, json }, context) => {
  const project = context.project();
  const idn = as === "" ? identityOf(project).projectIdn : as;
  const [word = ""] = context.words;
  const folder = resolve(word);
  refuseForeign(folder, word);
  return onBuilder(project, async ({ api }) => {
    const tree = await readProjectTree(api, idn, context.progress);
    writeTree(tree, folder);
    context.terminal.out(
      json
        ? `${JSON.stringify({ folder, files: [...tree.keys()] }, null, 2)}\n`
        : `${String(tree.size)} files of ${idn} are in ${word}.\n`,
    );
    return exitCodes.ok;
  });
};

function refuseForeign(folder: string, word: string): void {
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

/** Beside the folder first, so that it holds the old tree or the new one. */
function writeTree(tree: ArtifactTree, folder: string): void {
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
