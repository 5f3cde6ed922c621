/** Free times: the intent and its scenario. */
import { bookAppointmentTool, checkAvailabilityTool } from "../tools.ts";
import { checkPhrase } from "../code-phrases.ts";
import type { IntentDefinition, ScenarioDefinition } from "#sdk";
import { procedureTitles, scenarioTitles } from "../titles.ts";

/** The caller asks when there is something free. */
export const checkIntent = {
  idn: "altegio_intent_check",
  title: "Availability question",
  prefix: "L",
  description: "The caller asks for free times.",
  needs: [checkAvailabilityTool.idn],
  goal: "The user asks when there is something free, whether a day, a time or a person is available, or which times there are.",
  scenario: scenarioTitles.check,
} as const satisfies IntentDefinition;

/** From the question to the times. */
export const checkScenario = {
  idn: "altegio_scenario_check",
  title: scenarioTitles.check,
  number: 72,
  description: "Tells the caller live free times.",
  needs: [checkAvailabilityTool.idn],
  steps: [
    {
      text: `[Starts when the caller asks for free times. Collects the service, the staff member and the day; never asks again for what is known.] Follow the **${procedureTitles.service}** procedure.`,
      needs: [],
    },
    { text: `Follow the **${procedureTitles.staff}** procedure.`, needs: [] },
    { text: `Follow the **${procedureTitles.time}** procedure.`, needs: [] },
    {
      text: `CRITICAL STEP: Say exactly: "${checkPhrase.phrase}." Then wait for the result and name no time before it arrives.`,
      needs: [],
    },
    {
      text: "Offer the times of the result. If the caller wants another day, service or person, check again with the same words as in the step before.",
      needs: [],
    },
    {
      text: `If one of the times suits, offer to book it and, if the caller agrees, start the scenario "${scenarioTitles.book}" with what is known.`,
      needs: [bookAppointmentTool.idn],
    },
    {
      text: "If the caller only wanted to know, ask whether there is anything else, and end the scenario.",
      needs: [],
    },
    {
      text: `If the times cannot be checked or nothing suits, follow the **${procedureTitles.request}** procedure.`,
      needs: [],
    },
  ],
} as const satisfies ScenarioDefinition;
