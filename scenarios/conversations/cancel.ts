/** Cancellation: the intent and its scenario. */
import type { IntentDefinition, ScenarioDefinition } from "#sdk";
import { scenarioTitles } from "../titles.ts";
import { cancelStartText, cancelSteps } from "../texts.ts";
import { toolIdns } from "../tool-idns.ts";

/** The caller does not want to come. */
export const cancelIntent = {
  idn: "altegio_intent_cancel",
  title: "Cancellation",
  prefix: "L",
  description: "The caller wants to cancel an appointment.",
  needs: [toolIdns.cancel],
  goal: "The user wants to cancel, call off or drop an existing appointment, or says that they cannot come any more.",
  scenario: scenarioTitles.cancel,
} as const satisfies IntentDefinition;

/** From the wish to the cancelled appointment. */
export const cancelScenario = {
  idn: "altegio_scenario_cancel",
  title: scenarioTitles.cancel,
  number: 73,
  description: "Cancels an appointment after the caller has agreed.",
  needs: [toolIdns.cancel],
  start: cancelStartText,
  steps: cancelSteps,
} as const satisfies ScenarioDefinition;
