/** `lint`: checks the texts of intents, procedures and scenarios. */
import { loadDefinitions, runSources } from "../../assemble/index.ts";
import { lintScenarios } from "../../lint/index.ts";
import type { ScenarioDefinitions } from "../../sdk/scenario-definition.ts";
import { problemForm, showProblems } from "../build-or-report.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes } from "../exit-codes.ts";

/** Exit code 1 when something is wrong with a text. */
export const run: Implementation<Commands["lint"]> = async ({ format }, context) => {
  const project = context.project();
  const form = problemForm(format, false);
  const { definition, problems: faults } = await loadDefinitions(project);
  if (definition === null) {
    showProblems([...project.problems, ...faults], project.root, context, form);
    return exitCodes.failed;
  }
  const { attributePrefix, folders } = project;
  const { scenarioDefinitions } = await runSources(project, [`${folders.scenarios}/index.ts`]);
  const problems = lintScenarios(scenarioDefinitions as ScenarioDefinitions, {
    ...definition,
    attributePrefix,
  });
  showProblems(problems, project.root, context, form);
  if (problems.length === 0 && format === "pretty") {
    context.terminal.out("The scenarios are in order.\n");
  }
  return problems.length === 0 ? exitCodes.ok : exitCodes.failed;
};
