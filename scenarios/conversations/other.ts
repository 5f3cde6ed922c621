/** Whatever else is wanted of appointments: the honest answer where something is switched off or not connected. */
import type { IntentDefinition, ScenarioDefinition } from "#sdk";
import { requestProcedure } from "../procedures/gathering.ts";
import { procedureTitles, scenarioTitles } from "../titles.ts";

/** The caller wants something no other intent is for. There whenever the way out is: with any of the tools. */
export const otherIntent = {
  idn: "altegio_intent_other",
  title: "Other wishes about appointments",
  prefix: "T",
  description: "The caller wants something done about an appointment that cannot be done here.",
  needs: requestProcedure.needs,
  goal: "The user wants something done about an appointment that none of the other goals covers.",
  scenario: scenarioTitles.other,
} as const satisfies IntentDefinition;

/** The truth, and the way out. */
export const otherScenario = {
  idn: "altegio_scenario_other",
  title: scenarioTitles.other,
  number: 76,
  description: "Says honestly what cannot be done here, and takes a message for the team.",
  needs: requestProcedure.needs,
  steps: [
    {
      text: "[Starts when the caller wants something about an appointment that no other scenario is for. Collects nothing.] Say in a few words that this cannot be done here. Do not try it, and do not say that it is done.",
      needs: [],
    },
    {
      text: `If the caller still wants it, follow the **${procedureTitles.request}** procedure.`,
      needs: [],
    },
  ],
} as const satisfies ScenarioDefinition;
