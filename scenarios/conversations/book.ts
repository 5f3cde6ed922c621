/** Booking: the intent and its scenario. */
import { bookAppointmentTool, checkAvailabilityTool } from "../tools.ts";
import { bookPhrase, checkPhrase } from "../code-phrases.ts";
import type { IntentDefinition, ScenarioDefinition } from "#sdk";
import { procedureTitles, scenarioTitles } from "../titles.ts";

/** The caller wants a new appointment. */
export const bookIntent = {
  idn: "altegio_intent_book",
  title: "New appointment",
  prefix: "L",
  description: "The caller wants to book a new appointment.",
  needs: [bookAppointmentTool.idn],
  goal: "The user wants to book, make, schedule or reserve a new appointment or visit, or asks to be fitted in.",
  scenario: scenarioTitles.book,
} as const satisfies IntentDefinition;

/** From the wish to the booked appointment. */
export const bookScenario = {
  idn: "altegio_scenario_book",
  title: scenarioTitles.book,
  number: 71,
  description: "Books a new appointment after the caller has agreed to every detail.",
  needs: [bookAppointmentTool.idn],
  steps: [
    {
      text: `[Starts when the caller wants a new appointment. Collects the service, the staff member, the date and time, the name and the phone number; never asks again for what is known.] Follow the **${procedureTitles.service}** procedure.`,
      needs: [],
    },
    { text: `Follow the **${procedureTitles.staff}** procedure.`, needs: [] },
    { text: `Follow the **${procedureTitles.time}** procedure.`, needs: [] },
    {
      text: `CRITICAL STEP: Say exactly: "${checkPhrase.phrase}." Then wait for the result and name no time before it arrives.`,
      needs: [checkAvailabilityTool.idn],
    },
    {
      text: "Offer the times of the result and wait for the choice. If the caller wants another day, service or person, check again with the same words as in the step before.",
      needs: [checkAvailabilityTool.idn],
    },
    { text: `Follow the **${procedureTitles.name}** procedure.`, needs: [] },
    { text: `Follow the **${procedureTitles.phone}** procedure.`, needs: [] },
    {
      text: 'CRITICAL STEP: Read back the service, the staff member, the weekday, the date, the time, the name and, if the caller said one, the phone number in one sentence, and ask: "Shall I book it?"',
      needs: [],
    },
    {
      text: "If the caller corrects something, change it and read everything back again. If the caller says no, ask what to change; if nothing, end the scenario without booking.",
      needs: [],
    },
    {
      text: `CRITICAL STEP: Only after a clear yes to exactly what you read back, say exactly: "${bookPhrase.phrase}." Then wait for the result; do not call it booked before the result does.`,
      needs: [],
    },
    {
      text: "If the result asks for something more, such as an e-mail address, a comment or the code of a text message, ask for just that and promise the booking again with the same words as in the step before.",
      needs: [],
    },
    {
      text: "If the time has been taken meanwhile, offer the other times of the result and read back the new choice before you book it.",
      needs: [],
    },
    {
      text: "When it is booked, say so with service, day and time, ask whether there is anything else, and end the scenario.",
      needs: [],
    },
    {
      text: `If booking has failed twice or the caller gives up, follow the **${procedureTitles.request}** procedure.`,
      needs: [],
    },
  ],
} as const satisfies ScenarioDefinition;
