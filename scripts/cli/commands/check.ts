/** `check`: everything a build does except writing, what is to be known before a release, and what an account says. */
import { loadDefinitions } from "../../assemble/index.ts";
import { compareProblems } from "../../model/problem.ts";
import { problemsToJson } from "../../model/render-problems.ts";
import { problemsOf } from "../../probe/index.ts";
import { buildProject } from "../build-project.ts";
import { checkContent } from "../check-content.ts";
import { checkProbe, probeLines, shownToolkitPath } from "../check-probe.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes } from "../exit-codes.ts";
import { problemForm, showProblems } from "../show-problems.ts";

/** Reports all problems. Exit code 1 when one is an error, 0 for none or for warnings. */
export const run: Implementation<Commands["check"]> = async ({ json, format, probe }, context) => {
  const form = problemForm(format, json);
  const project = context.project();
  const compared = probe === "" ? [] : checkProbe(probe);
  context.progress("Checking the module ...");
  const { build, problems: found } = await buildProject(project);
  const { definition } = await loadDefinitions(project);
  // Definitions that are not in order are reported once, by the build.
  const content = build === null || definition === null ? [] : await checkContent(project, definition);
  const contradictions = problemsOf(compared, shownToolkitPath(project));
  const problems = [...found, ...content, ...contradictions].sort(compareProblems);
  if (form === "pretty") {
    context.terminal.out(probeLines(compared, context.terminal.outColour));
  }
  if (form === "json" && probe !== "") {
    context.terminal.out(
      `${JSON.stringify({ problems: problemsToJson(problems), assumptions: compared }, null, 2)}\n`,
    );
  } else {
    showProblems(problems, project.root, context, form);
  }
  const failed = problems.some(({ severity }) => severity === "error");
  if (!failed && form === "pretty") {
    context.terminal.out("No errors.\n");
  }
  return failed ? exitCodes.failed : exitCodes.ok;
};
