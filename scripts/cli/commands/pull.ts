/** `pull`: a project of an account as files. */
import { resolve } from "node:path";
import { readProjectTree } from "../../builder/index.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes } from "../exit-codes.ts";
import { identityOf, onBuilder } from "../on-builder.ts";
import { refuseForeign, writeTree } from "../tree-folder.ts";

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
