/** Checks the default conversation content: what the type checker cannot see in prose. */
import type { AttributeDefinition, ToolDefinition } from "../sdk/definition.ts";
import type { ScenarioDefinitions, Substitute } from "../sdk/scenario-definition.ts";
import { compareProblems, makeProblem, type ProblemKind } from "../model/problem.ts";
import type { Problem } from "../model/types.ts";
import type { Place } from "./catalogue.ts";
import { entriesOf } from "./entries.ts";
import type { PlaceOf } from "./place-of.ts";
import { checkChanges } from "./rules/changes.ts";
import { checkNames } from "./rules/names.ts";
import { checkPhrases } from "./rules/phrases.ts";
import { checkReferences } from "./rules/references.ts";
import { checkRepeated } from "./rules/repeated.ts";
import { checkSteps } from "./rules/steps.ts";

/** What the content refers to. */
export interface LintSurroundings {
  /** What idns begin with. */
  readonly attributePrefix: string;
  readonly tools: readonly ToolDefinition[];
  readonly attributes: readonly AttributeDefinition[];
}

/** The same with what the content itself says of ways without a tool. */
export type Surroundings = LintSurroundings & { readonly substitutes: readonly Substitute[] };

/** Where rules report to. */
export type Report = <Args extends Place>(kind: ProblemKind<Args>, args: Args) => void;

/**
 * All problems, sorted; the content is fit to be published when there are none.
 *
 * @param placeOf tells where the definition stands that a report is about; nothing has a place when left out
 */
export function lintScenarios(
  definitions: ScenarioDefinitions,
  surroundings: LintSurroundings,
  placeOf: PlaceOf = () => null,
): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (kind, args) => {
    problems.push(makeProblem(kind, args, placeOf(args)));
  };
  const entries = entriesOf(definitions);
  checkNames(entries, surroundings.attributePrefix, report);
  checkSteps(entries, definitions.phrases, report);
  const around = { ...surroundings, substitutes: definitions.substitutes ?? [] };
  checkReferences(entries, around, report);
  checkPhrases(entries, definitions.phrases, around, report);
  checkChanges(entries, definitions.phrases, surroundings.tools, report);
  checkRepeated(entries, report);
  return problems.sort(compareProblems);
}
