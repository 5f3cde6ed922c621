/** Existing appointments: the intent and its scenario. */
import type { IntentDefinition, ScenarioDefinition } from "#sdk";
import { scenarioTitles } from "../titles.ts";
import { existingStartText, existingSteps } from "../texts.ts";
import { toolIdns } from "../tool-idns.ts";

/** The caller asks what is booked. */
export const existingIntent = {
  idn: "altegio_intent_existing",
  title: "Question about own appointments",
  prefix: "L",
  description: "The caller asks for their existing appointments.",
  needs: [toolIdns.find],
  goal: "The user asks when their appointment is, whether they have one, what is booked for them, or wants to have one confirmed.",
  scenario: scenarioTitles.existing,
} as const satisfies IntentDefinition;

/** From the question to the appointments. */
export const existingScenario = {
  idn: "altegio_scenario_existing",
  title: scenarioTitles.existing,
  number: 75,
  description: "Tells the caller the appointments that are booked for their phone number.",
  needs: [toolIdns.find],
  start: existingStartText,
  steps: existingSteps,
} as const satisfies ScenarioDefinition;
