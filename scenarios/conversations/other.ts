/** Whatever else is wanted of appointments: the honest answer where something is switched off or not connected. */
import type { IntentDefinition, ScenarioDefinition } from "#sdk";
import { requestProcedure } from "../procedures/gathering.ts";
import { scenarioTitles } from "../titles.ts";
import { otherStartText, otherSteps } from "../texts.ts";

/** The caller wants something no other intent is for. There whenever the way out is: with any of the tools. */
export const otherIntent = {
  idn: "altegio_intent_other",
  title: "Other wishes about appointments",
  prefix: "T",
  description: "The caller wants something done about an appointment that the team has to do.",
  needs: requestProcedure.needs,
  goal: "The user wants something done about an appointment that none of the other goals covers.",
  scenario: scenarioTitles.other,
} as const satisfies IntentDefinition;

/** The way to the team. */
export const otherScenario = {
  idn: "altegio_scenario_other",
  title: scenarioTitles.other,
  number: 76,
  description: "Passes on to the team what only the team can do.",
  needs: requestProcedure.needs,
  start: otherStartText,
  steps: otherSteps,
} as const satisfies ScenarioDefinition;
