/** Rescheduling: the intent and its scenario. */
import type { IntentDefinition, ScenarioDefinition } from "#sdk";
import { scenarioTitles } from "../titles.ts";
import { moveStartText, moveSteps } from "../texts.ts";
import { moveByBooking, toolIdns } from "../tool-idns.ts";

/** The caller wants to come at another time. */
export const moveIntent = {
  idn: "altegio_intent_move",
  title: "Another time for an appointment",
  prefix: "L",
  description: "The caller wants to move an appointment.",
  needs: [toolIdns.move, moveByBooking.idn],
  goal: "The user wants to move, reschedule, postpone or bring forward an existing appointment, or asks for another time for it.",
  scenario: scenarioTitles.move,
} as const satisfies IntentDefinition;

/** From the wish to the moved appointment. */
export const moveScenario = {
  idn: "altegio_scenario_move",
  title: scenarioTitles.move,
  number: 74,
  description:
    "Moves an appointment after the caller has agreed to the new time, by a new booking where it must be.",
  needs: [toolIdns.move, moveByBooking.idn],
  start: moveStartText,
  steps: moveSteps,
} as const satisfies ScenarioDefinition;
