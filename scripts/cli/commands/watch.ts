/** `watch`: builds again when a source changes. */
import { existsSync, watch, type FSWatcher } from "node:fs";
import { join } from "node:path";
import { writeBuild } from "../../assemble/index.ts";
import { identityFileName } from "../../model/read-identity.ts";
import { problemsToJson } from "../../model/render-problems.ts";
import { buildProject } from "../build-project.ts";
import type { CommandContext, Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes } from "../exit-codes.ts";
import { interrupted } from "../interruption.ts";
import { outputFolder } from "../output-folder.ts";
import { plainFault } from "../plain-fault.ts";
import { showProblems } from "../show-problems.ts";

/** Editors write a file in several steps; changes within this time (milliseconds) are one. */
const SETTLE = 60;

/** Runs until it is interrupted; the build that runs then is finished. With `--json` a line of JSON for each build. */
export const run: Implementation<Commands["watch"]> = async ({ out, json }, context) => {
  const stopped = interrupted();
  const project = context.project();
  const { root, folders } = project;
  outputFolder(project, out);
  const watched = [folders.skills, folders.attributes, folders.module, folders.scenarios].filter((folder) =>
    existsSync(join(root, folder)),
  );
  context.progress("Building, and building again after each change. Stop with Ctrl+C.");
  let latest = rebuild(out, json, context);
  let pending: NodeJS.Timeout | undefined;
  const changed = (): void => {
    clearTimeout(pending);
    pending = setTimeout(() => {
      // One after the other: a build goes on from what the one before left.
      latest = latest.then(() => rebuild(out, json, context));
    }, SETTLE);
  };
  const watchers: FSWatcher[] = [
    ...watched.map((folder) =>
      watch(join(root, folder), { recursive: true }, (_event, file) => {
        if (file !== null && /\.(?:ts|hbs)$/u.test(file)) {
          changed();
        }
      }),
    ),
    // Not the file: many editors put another one in its place.
    watch(root, (_event, name) => {
      if (name === identityFileName || watched.some((folder) => folder === name)) {
        changed();
      }
    }),
  ];
  context.progress(`Watching module.yaml, ${watched.map((folder) => `${folder}/`).join(", ")}.`);
  await stopped;
  watchers.forEach((watcher) => {
    watcher.close();
  });
  clearTimeout(pending);
  await latest;
  context.progress("Stopped.");
  return exitCodes.ok;
};

async function rebuild(out: string, json: boolean, context: CommandContext): Promise<void> {
  const started = performance.now();
  const say = (report: object): void => {
    if (json) {
      context.terminal.out(`${JSON.stringify(report)}\n`);
    }
  };
  try {
    // Opened anew: module.yaml may be what has changed.
    const project = context.project();
    const { build, problems } = await buildProject(project);
    const found = { problems: problemsToJson(problems) };
    if (build === null) {
      if (!json) {
        showProblems(problems, project.root, context, "pretty");
      }
      say({ ...found, built: false });
      return;
    }
    writeBuild(build, outputFolder(project, out));
    const ms = Math.round(performance.now() - started);
    context.progress(`Built in ${String(ms)} ms`);
    say({ ...found, built: true, ms });
  } catch (thrown) {
    // A full disk, a locked folder or a module.yaml that is being exchanged ends neither the watch nor what is known.
    const reason = thrown instanceof Error ? plainFault(thrown).message : String(thrown);
    context.progress(`Not built: ${reason}`);
    say({ problems: [], built: false, reason });
  }
}
