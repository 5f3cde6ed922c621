/** `check`: everything a build does except writing, and what is to be known before a release. */
import { loadDefinitions } from "../../assemble/index.ts";
import { compareProblems } from "../../model/problem.ts";
import { buildProject } from "../build-project.ts";
import { checkContent } from "../check-content.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes } from "../exit-codes.ts";
import { problemForm, showProblems } from "../show-problems.ts";

/** Reports all problems. Exit code 1 when one is an error, 0 for none or for warnings. */
export const run: Implementation<Commands["check"]> = async ({ json, format }, context) => {
  const form = problemForm(format, json);
  const project = context.project();
  context.progress("Checking the module ...");
  const { build, problems: found } = await buildProject(project);
  const { definition } = await loadDefinitions(project);
  // Definitions that are not in order are reported once, by the build.
  const content = build === null || definition === null ? [] : await checkContent(project, definition);
  const problems = [...found, ...content].sort(compareProblems);
  showProblems(problems, project.root, context, form);
  const failed = problems.some(({ severity }) => severity === "error");
  if (!failed && form === "pretty") {
    context.terminal.out("No errors.\n");
  }
  return failed ? exitCodes.failed : exitCodes.ok;
};
