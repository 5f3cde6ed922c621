/** Checks the default conversation content: what the type checker cannot see in prose. */
import { attributes as moduleAttributes } from "../../attributes/index.ts";
import type { AttributeDefinition, ToolDefinition } from "../sdk/definition.ts";
import { tools as moduleTools } from "../../scenarios/tools.ts";
import type { ScenarioDefinitions } from "../../scenarios/index.ts";
import { compareProblems, makeProblem, type ProblemKind } from "../model/problem.ts";
import type { Problem } from "../model/types.ts";
import { entriesOf } from "./entries.ts";
import { checkNames } from "./rules/names.ts";
import { checkPhrases } from "./rules/phrases.ts";
import { checkReferences } from "./rules/references.ts";
import { checkSteps } from "./rules/steps.ts";

/** What the content refers to; the module's own when left out. */
export interface LintSurroundings {
  readonly tools: readonly ToolDefinition[];
  readonly attributes: readonly AttributeDefinition[];
}

/** Where rules report to. */
export type Report = <Args>(kind: ProblemKind<Args>, args: Args) => void;

/** All problems, sorted; the content is fit to be published when there are none. */
export function lintScenarios(
  definitions: ScenarioDefinitions,
  surroundings: LintSurroundings = { tools: moduleTools, attributes: moduleAttributes },
): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (kind, args) => {
    problems.push(makeProblem(kind, args, null));
  };
  const entries = entriesOf(definitions);
  checkNames(entries, report);
  checkSteps(entries, definitions.phrases, report);
  checkReferences(entries, surroundings, report);
  checkPhrases(entries, definitions.phrases, surroundings.tools, report);
  return problems.sort(compareProblems);
}
