/** `lint`: checks the texts of intents, procedures and scenarios. */
import { scenarioDefinitions } from "../../../scenarios/index.ts";
import { lintScenarios } from "../../lint/index.ts";
import { problemForm, showProblems } from "../build-or-report.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes } from "../exit-codes.ts";

/** Exit code 1 when something is wrong with a text. */
export const run: Implementation<Commands["lint"]> = ({ format }, context) => {
  const problems = lintScenarios(scenarioDefinitions);
  showProblems(problems, context, problemForm(format, false));
  if (problems.length === 0 && format === "pretty") {
    context.terminal.out("The scenarios are in order.\n");
  }
  return Promise.resolve(problems.length === 0 ? exitCodes.ok : exitCodes.failed);
};
