/** Free times: the intent and its scenario. */
import type { IntentDefinition, ScenarioDefinition } from "#sdk";
import { scenarioTitles } from "../titles.ts";
import { checkStartText, checkSteps } from "../texts.ts";
import { toolIdns } from "../tool-idns.ts";

/** The caller asks when there is something free. */
export const checkIntent = {
  idn: "altegio_intent_check",
  title: "Availability question",
  prefix: "L",
  description: "The caller asks for free times.",
  needs: [toolIdns.check],
  goal: "The user asks when there is something free, whether a day, a time or a person is available, or which times there are.",
  scenario: scenarioTitles.check,
} as const satisfies IntentDefinition;

/** From the question to the times. */
export const checkScenario = {
  idn: "altegio_scenario_check",
  title: scenarioTitles.check,
  number: 72,
  description: "Tells the caller live free times.",
  needs: [toolIdns.check],
  start: checkStartText,
  steps: checkSteps,
} as const satisfies ScenarioDefinition;
