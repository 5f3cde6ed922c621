/** `watch`: builds again when a source changes. */
import { existsSync, watch } from "node:fs";
import { join } from "node:path";
import { buildModule, writeBuild } from "../../assemble/index.ts";
import type { CompileState } from "../../compiler/index.ts";
import type { CommandContext, Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes } from "../exit-codes.ts";
import { inProject } from "../project.ts";
import { showProblems } from "../show-problems.ts";

/** Editors write a file in several steps; changes within this time (milliseconds) are one. */
const SETTLE = 60;

/** Runs until it is interrupted. */
export const run: Implementation<Commands["watch"]> = async ({ out }, context) => {
  const { root, folders } = context.project();
  const watched = [folders.skills, folders.attributes, folders.module, folders.scenarios].filter((folder) =>
    existsSync(join(root, folder)),
  );
  let latest = rebuild(out, undefined, context);
  await latest;
  let pending: NodeJS.Timeout | undefined;
  const changed = (): void => {
    clearTimeout(pending);
    pending = setTimeout(() => {
      // One after the other: a build goes on from what the one before left.
      latest = latest.then((state) => rebuild(out, state, context));
    }, SETTLE);
  };
  for (const folder of watched) {
    watch(join(root, folder), { recursive: true }, (_event, file) => {
      if (file?.endsWith(".ts") === true) {
        changed();
      }
    });
  }
  watch(join(root, "module.yaml"), changed);
  context.progress(
    `Watching module.yaml, ${watched.map((folder) => `${folder}/`).join(", ")}. Stop with Ctrl+C.`,
  );
  await new Promise<void>((resolve) => process.once("SIGINT", resolve));
  return exitCodes.ok;
};

async function rebuild(
  out: string,
  previous: CompileState | undefined,
  context: CommandContext,
): Promise<CompileState | undefined> {
  const started = performance.now();
  // Opened anew: module.yaml may be what has changed.
  const project = context.project();
  const { build, problems, state } = await buildModule({
    project,
    ...(previous === undefined ? {} : { previous }),
  });
  if (build === null) {
    showProblems(problems, project.root, context, "pretty");
    return state ?? previous;
  }
  try {
    writeBuild(build, inProject(project, out));
    context.progress(`Built in ${String(Math.round(performance.now() - started))} ms`);
  } catch (thrown) {
    // A full disk or a locked folder ends neither the watch nor what is known.
    context.progress(`Not written: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  return state ?? previous;
}
