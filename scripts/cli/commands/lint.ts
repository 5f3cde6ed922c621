/** `lint`: checks the texts of intents, procedures and scenarios. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadDefinitions } from "../../assemble/index.ts";
import { lintScenarios } from "../../lint/index.ts";
import type { ScenarioDefinitions } from "../../sdk/scenario-definition.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { runFile } from "../run-file.ts";
import { problemForm, showProblems } from "../show-problems.ts";

/** Exit code 1 when something is wrong with a text, 2 when the project has none. */
export const run: Implementation<Commands["lint"]> = async ({ format }, context) => {
  const project = context.project();
  const form = problemForm(format, false);
  const { definition, problems: faults } = await loadDefinitions(project);
  if (definition === null) {
    showProblems([...project.problems, ...faults], project.root, context, form);
    return exitCodes.failed;
  }
  const { attributePrefix, folders, root } = project;
  const file = `${folders.scenarios}/index.ts`;
  if (!existsSync(join(root, file))) {
    throw new UserError(`There is nothing to check: this project has no ${file}.`, exitCodes.usage);
  }
  const { scenarioDefinitions } = await runFile(project, file, file);
  if (scenarioDefinitions === undefined) {
    throw new UserError(`${file} exports no \`scenarioDefinitions\`.`, exitCodes.usage);
  }
  const problems = lintScenarios(scenarioDefinitions as ScenarioDefinitions, {
    ...definition,
    attributePrefix,
  });
  showProblems(problems, root, context, form);
  if (problems.length === 0 && format === "pretty") {
    context.terminal.out("The scenarios are in order.\n");
  }
  return problems.length === 0 ? exitCodes.ok : exitCodes.failed;
};
