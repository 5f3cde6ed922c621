/** Booking: the intent and its scenario. */
import type { IntentDefinition, ScenarioDefinition } from "#sdk";
import { scenarioTitles } from "../titles.ts";
import { bookStartText, bookSteps } from "../texts.ts";
import { toolIdns } from "../tool-idns.ts";

/** The caller wants a new appointment. */
export const bookIntent = {
  idn: "altegio_intent_book",
  title: "New appointment",
  prefix: "L",
  description: "The caller wants to book a new appointment.",
  needs: [toolIdns.book],
  goal: "The user wants to book, make, schedule or reserve a new appointment or visit, or asks to be fitted in.",
  scenario: scenarioTitles.book,
} as const satisfies IntentDefinition;

/** From the wish to the booked appointment. */
export const bookScenario = {
  idn: "altegio_scenario_book",
  title: scenarioTitles.book,
  number: 71,
  description: "Books a new appointment after the caller has agreed to every detail.",
  needs: [toolIdns.book],
  start: bookStartText,
  steps: bookSteps,
} as const satisfies ScenarioDefinition;
