/** `watch`: builds again when a source changes. */
import { watch } from "node:fs";
import { join } from "node:path";
import { buildModule, writeBuild } from "../../assemble/index.ts";
import type { CompileState } from "../../compiler/index.ts";
import { showProblems } from "../build-or-report.ts";
import type { CommandContext, Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes } from "../exit-codes.ts";
import { inProject } from "../project.ts";
import { projectRoot } from "../../project-root.ts";

/** Folders a build reads. */
const SOURCE_FOLDERS = ["skills", "attributes", "module", "scenarios"];

/** Editors write a file in several steps; changes within this time (milliseconds) are one. */
const SETTLE = 60;

/** Runs until it is interrupted. */
export const run: Implementation<Commands["watch"]> = async ({ out }, context) => {
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
  for (const folder of SOURCE_FOLDERS) {
    watch(join(projectRoot, folder), { recursive: true }, (_event, file) => {
      if (file?.endsWith(".ts") === true) {
        changed();
      }
    });
  }
  watch(join(projectRoot, "module.yaml"), changed);
  context.progress(
    `Watching module.yaml, ${SOURCE_FOLDERS.map((folder) => `${folder}/`).join(", ")}. Stop with Ctrl+C.`,
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
  const { build, problems, state } = await buildModule({
    root: projectRoot,
    ...(previous === undefined ? {} : { previous }),
  });
  if (build === null) {
    showProblems(problems, context, "pretty");
    return state ?? previous;
  }
  try {
    writeBuild(build, inProject(out));
    context.progress(`Built in ${String(Math.round(performance.now() - started))} ms`);
  } catch (thrown) {
    // A full disk or a locked folder ends neither the watch nor what is known.
    context.progress(`Not written: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  return state ?? previous;
}
