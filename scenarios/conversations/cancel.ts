/** Cancellation: the intent and its scenario. */
import { bookAppointmentTool, cancelAppointmentTool, rescheduleAppointmentTool } from "../tools.ts";
import { cancelPhrase } from "../code-phrases.ts";
import type { IntentDefinition, ScenarioDefinition } from "#sdk";
import { procedureTitles, scenarioTitles } from "../titles.ts";

/** The caller does not want to come. */
export const cancelIntent = {
  idn: "altegio_intent_cancel",
  title: "Cancellation",
  prefix: "T",
  description: "The caller wants to cancel an appointment.",
  needs: [cancelAppointmentTool.idn],
  goal: "The user wants to cancel, call off or drop an existing appointment, or says that they cannot come any more.",
  scenario: scenarioTitles.cancel,
} as const satisfies IntentDefinition;

/** From the wish to the cancelled appointment. */
export const cancelScenario = {
  idn: "altegio_scenario_cancel",
  title: scenarioTitles.cancel,
  number: 73,
  description: "Cancels an appointment after the caller has agreed.",
  needs: [cancelAppointmentTool.idn],
  steps: [
    {
      text: "[Starts when the caller wants to cancel an appointment. Collects which one it is.] If it is not clear yet, ask which appointment it is; its service or its day is enough.",
      needs: [],
    },
    {
      text: `Ask once whether another time would suit instead; if so, start the scenario "${scenarioTitles.move}".`,
      needs: [rescheduleAppointmentTool.idn],
    },
    {
      text: 'CRITICAL STEP: Read back the appointment with everything that is known of it and ask: "Shall I cancel it?"',
      needs: [],
    },
    {
      text: "If the caller says no or means another appointment, go back to the first step, or end the scenario without cancelling.",
      needs: [],
    },
    {
      text: `CRITICAL STEP: Only after a clear yes to exactly this appointment, say exactly: "${cancelPhrase.phrase}." Then wait for the result; do not call it cancelled before the result does.`,
      needs: [],
    },
    {
      text: "If the result asks which appointment is meant or for the caller's yes, ask for just that and promise the cancellation again with the same words as in the step before.",
      needs: [],
    },
    {
      text: `When it is cancelled, say so and offer a new appointment; if the caller wants one, start the scenario "${scenarioTitles.book}".`,
      needs: [bookAppointmentTool.idn],
    },
    {
      text: "When it is done, ask whether there is anything else, and end the scenario.",
      needs: [],
    },
    {
      text: `If the appointment cannot be found or cannot be cancelled here, follow the **${procedureTitles.request}** procedure.`,
      needs: [],
    },
  ],
} as const satisfies ScenarioDefinition;
