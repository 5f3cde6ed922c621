/** `watch`: builds again when a source changes. */
import { spawnSync } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildModule, writeBuild } from "../../build/index.ts";
import type { CompileState } from "../../compiler/index.ts";
import { showProblems } from "../build-or-report.ts";
import type { CommandContext, Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes } from "../exit-codes.ts";
import { inProject, projectRoot } from "../project.ts";

/** Folders whose files only the compiler reads; a change there is built in this process. */
const SKILL_FOLDERS = ["skills"];
/** Folders and files whose content is executed by the build, which a process does only once. */
const DEFINITION_FOLDERS = ["attributes", "module", "scenarios"];

/** Editors write a file in several steps; changes within this time (milliseconds) are one. */
const SETTLE = 60;

/** Runs until it is interrupted. */
export const run: Implementation<Commands["watch"]> = async ({ out }, context) => {
  let state = await rebuild(out, undefined, context);
  let pending: NodeJS.Timeout | undefined;
  let definitions = false;
  const changed = (isDefinition: boolean): void => {
    definitions = definitions || isDefinition;
    clearTimeout(pending);
    pending = setTimeout(() => {
      const inNewProcess = definitions;
      definitions = false;
      if (inNewProcess) {
        rebuildApart(out);
      } else {
        void rebuild(out, state, context).then((next) => {
          state = next;
        });
      }
    }, SETTLE);
  };
  for (const folder of [...SKILL_FOLDERS, ...DEFINITION_FOLDERS]) {
    watch(join(projectRoot, folder), { recursive: true }, (_event, file) => {
      if (file?.endsWith(".ts") === true) {
        changed(DEFINITION_FOLDERS.includes(folder));
      }
    });
  }
  watch(join(projectRoot, "module.yaml"), () => {
    changed(true);
  });
  context.progress("Watching skills/, module/, attributes/ and scenarios/. Stop with Ctrl+C.");
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
  } else {
    writeBuild(build, inProject(out));
    context.progress(`Built in ${String(Math.round(performance.now() - started))} ms`);
  }
  return state ?? previous;
}

function rebuildApart(out: string): void {
  const bin = fileURLToPath(new URL("../bin.mjs", import.meta.url));
  spawnSync(process.execPath, [bin, "build", "--out", out], { stdio: "inherit" });
}
