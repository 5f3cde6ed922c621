/** Existing appointments: the intent and its scenario. */
import { cancelAppointmentTool, findAppointmentsTool, rescheduleAppointmentTool } from "../tools.ts";
import { findPhrase } from "../code-phrases.ts";
import type { IntentDefinition, ScenarioDefinition } from "#sdk";
import { procedureTitles, scenarioTitles } from "../titles.ts";

/** The caller asks what is booked. */
export const existingIntent = {
  idn: "altegio_intent_existing",
  title: "Question about own appointments",
  prefix: "T",
  description: "The caller asks for their existing appointments.",
  needs: [findAppointmentsTool.idn],
  goal: "The user asks when their appointment is, whether they have one, what is booked for them, or wants to have one confirmed.",
  scenario: scenarioTitles.existing,
} as const satisfies IntentDefinition;

/** From the question to the appointments. */
export const existingScenario = {
  idn: "altegio_scenario_existing",
  title: scenarioTitles.existing,
  number: 75,
  description: "Tells the caller the appointments that are booked for their phone number.",
  needs: [findAppointmentsTool.idn],
  steps: [
    {
      text: `[Starts when the caller asks for their own appointments. Collects the phone number they are booked under.] Follow the **${procedureTitles.phone}** procedure.`,
      needs: [],
    },
    {
      text: `CRITICAL STEP: Say exactly: "${findPhrase.phrase}." Then wait for the result and name no appointment before it arrives.`,
      needs: [],
    },
    {
      text: "If the result asks for a name or a number, ask for just that and look again with the same words as in the step before.",
      needs: [],
    },
    {
      text: "Tell the appointments of the result with service, day and time, the nearest first and at most three at once.",
      needs: [],
    },
    {
      text: "If nothing was found, ask once whether it could be under another number, and look again with the same words.",
      needs: [],
    },
    {
      text: `If the caller wants another time for one of them, start the scenario "${scenarioTitles.move}".`,
      needs: [rescheduleAppointmentTool.idn],
    },
    {
      text: `If the caller wants to cancel one of them, start the scenario "${scenarioTitles.cancel}".`,
      needs: [cancelAppointmentTool.idn],
    },
    {
      text: "If that is all, ask whether there is anything else, and end the scenario.",
      needs: [],
    },
    {
      text: `If the appointments cannot be looked up, follow the **${procedureTitles.request}** procedure.`,
      needs: [],
    },
  ],
} as const satisfies ScenarioDefinition;
