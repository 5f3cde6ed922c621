/** `check`: everything a build does except writing. */
import { buildProject } from "../build-project.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes } from "../exit-codes.ts";
import { problemForm, showProblems } from "../show-problems.ts";

/** Reports all problems. Exit code 1 when one is an error, 0 for none or for warnings. */
export const run: Implementation<Commands["check"]> = async ({ json, format }, context) => {
  const form = problemForm(format, json);
  const project = context.project();
  context.progress("Checking the module ...");
  const { build, problems } = await buildProject(project);
  showProblems(problems, project.root, context, form);
  if (build !== null && form === "pretty") {
    context.terminal.out("No errors.\n");
  }
  return build === null ? exitCodes.failed : exitCodes.ok;
};
