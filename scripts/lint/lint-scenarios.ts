/** Checks the default conversation content: what the type checker cannot see in prose. */
import type { AttributeDefinition, ToolDefinition } from "../sdk/definition.ts";
import type { ScenarioDefinitions } from "../sdk/scenario-definition.ts";
import { compareProblems, makeProblem, type ProblemKind } from "../model/problem.ts";
import type { Problem } from "../model/types.ts";
import { entriesOf } from "./entries.ts";
import { checkNames } from "./rules/names.ts";
import { checkPhrases } from "./rules/phrases.ts";
import { checkReferences } from "./rules/references.ts";
import { checkSteps } from "./rules/steps.ts";

/** What the content refers to. */
export interface LintSurroundings {
  /** What idns begin with. */
  readonly attributePrefix: string;
  readonly tools: readonly ToolDefinition[];
  readonly attributes: readonly AttributeDefinition[];
}

/** Where rules report to. */
export type Report = <Args>(kind: ProblemKind<Args>, args: Args) => void;

/** All problems, sorted; the content is fit to be published when there are none. */
export function lintScenarios(definitions: ScenarioDefinitions, surroundings: LintSurroundings): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (kind, args) => {
    problems.push(makeProblem(kind, args, null));
  };
  const entries = entriesOf(definitions);
  checkNames(entries, surroundings.attributePrefix, report);
  checkSteps(entries, definitions.phrases, report);
  checkReferences(entries, surroundings, report);
  checkPhrases(entries, definitions.phrases, surroundings.tools, report);
  return problems.sort(compareProblems);
}
