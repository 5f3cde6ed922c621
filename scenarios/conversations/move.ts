/** Rescheduling: the intent and its scenario. */
import { cancelAppointmentTool, checkAvailabilityTool, rescheduleAppointmentTool } from "../tools.ts";
import { checkPhrase, movePhrase } from "../code-phrases.ts";
import type { IntentDefinition, ScenarioDefinition } from "#sdk";
import { procedureTitles, scenarioTitles } from "../titles.ts";

/** The caller wants to come at another time. */
export const moveIntent = {
  idn: "altegio_intent_move",
  title: "Another time for an appointment",
  prefix: "T",
  description: "The caller wants to move an appointment.",
  needs: [rescheduleAppointmentTool.idn],
  goal: "The user wants to move, reschedule, postpone or bring forward an existing appointment, or asks for another time for it.",
  scenario: scenarioTitles.move,
} as const satisfies IntentDefinition;

/** From the wish to the moved appointment. */
export const moveScenario = {
  idn: "altegio_scenario_move",
  title: scenarioTitles.move,
  number: 74,
  description: "Moves an appointment after the caller has agreed to the new time.",
  needs: [rescheduleAppointmentTool.idn],
  steps: [
    {
      text: "[Starts when the caller wants another time for an appointment. Collects which one it is and the new date and time.] If it is not clear yet, ask which appointment it is; its service or its day is enough.",
      needs: [],
    },
    { text: `Follow the **${procedureTitles.time}** procedure for the new time.`, needs: [] },
    {
      text: `If the caller wants to hear free times first, say exactly: "${checkPhrase.phrase}." Then wait for the result and offer its times.`,
      needs: [checkAvailabilityTool.idn],
    },
    {
      text: 'CRITICAL STEP: Read back the appointment and its new weekday, date and time in one sentence, and ask: "Shall I move it?"',
      needs: [],
    },
    {
      text: "If the caller corrects something, change it and read it back again. If the caller says no, leave the appointment as it is and end the scenario.",
      needs: [],
    },
    {
      text: `CRITICAL STEP: Only after a clear yes to exactly this time, say exactly: "${movePhrase.phrase}." Then wait for the result; do not call it moved before the result does.`,
      needs: [],
    },
    {
      text: "If the result names other times or asks for something, offer just that, read back the new choice and promise the move again with the same words as in the step before.",
      needs: [],
    },
    {
      text: "When it is moved, say so with day and time, ask whether there is anything else, and end the scenario.",
      needs: [],
    },
    {
      text: `If the caller would rather cancel it, start the scenario "${scenarioTitles.cancel}".`,
      needs: [cancelAppointmentTool.idn],
    },
    {
      text: `If the appointment cannot be found or cannot be moved here, say that it stays as it is and follow the **${procedureTitles.request}** procedure.`,
      needs: [],
    },
  ],
} as const satisfies ScenarioDefinition;
