/** `lint`: checks the texts of intents, procedures and scenarios. */
import { loadDefinitions } from "../../assemble/index.ts";
import { lintProject, loadScenarios, scenariosFile } from "../check-content.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { problemForm, showProblems } from "../show-problems.ts";

/** Exit code 1 when something is wrong with a text, 2 when the project has none. */
export const run: Implementation<Commands["lint"]> = async ({ json, format }, context) => {
  const project = context.project();
  const form = problemForm(format, json);
  context.progress("Checking the texts of the scenarios ...");
  const { definition, problems: faults } = await loadDefinitions(project);
  if (definition === null) {
    showProblems([...project.problems, ...faults], project.root, context, form);
    return exitCodes.failed;
  }
  const scenarios = await loadScenarios(project);
  if (scenarios === null) {
    throw new UserError(
      `There is nothing to check: this project has no ${scenariosFile(project)}.`,
      exitCodes.usage,
    );
  }
  const problems = lintProject(project, definition, scenarios);
  showProblems(problems, project.root, context, form);
  if (problems.length === 0 && form === "pretty") {
    context.terminal.out("The scenarios are in order.\n");
  }
  return problems.length === 0 ? exitCodes.ok : exitCodes.failed;
};
