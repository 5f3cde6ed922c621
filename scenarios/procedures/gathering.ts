/** Procedures that settle who the appointment is for, and the way out when nothing else helps. */
import {
  bookAppointmentTool,
  cancelAppointmentTool,
  checkAvailabilityTool,
  findAppointmentsTool,
  rescheduleAppointmentTool,
} from "../tools.ts";
import type { ProcedureDefinition } from "#sdk";
import { procedureTitles } from "../titles.ts";

/** The name. */
export const nameProcedure = {
  idn: "altegio_procedure_name",
  title: procedureTitles.name,
  description: "Finds out the name the appointment is booked under.",
  needs: [bookAppointmentTool.idn],
  steps: [
    {
      text: "If the name is known from the <Conversation> or the <UserInformation>, ask whether the appointment should be under it.",
      needs: [],
    },
    { text: "Otherwise ask for the first and the last name.", needs: [] },
    { text: "If you did not understand the name in a call, ask the caller to spell it.", needs: [] },
    { text: "If the caller does not want to give a last name, go on with the first name.", needs: [] },
  ],
} as const satisfies ProcedureDefinition;

/** The phone number. */
export const phoneProcedure = {
  idn: "altegio_procedure_phone",
  title: procedureTitles.phone,
  description: "Finds out the phone number of the caller.",
  needs: [bookAppointmentTool.idn, findAppointmentsTool.idn],
  steps: [
    {
      text: "In a call, ask whether the number the caller is calling from is the right one; do not read it out.",
      needs: [],
    },
    {
      text: "In a chat, or when it is another number, ask for the phone number with its country code.",
      needs: [],
    },
    {
      text: "Repeat a number that was dictated in groups of two or three digits and ask whether it is right.",
      needs: [],
    },
    {
      text: "If a result says that the number is not valid, ask for it once more, slowly and with the country code.",
      needs: [],
    },
    {
      text: `If there is still no valid number, follow the **${procedureTitles.request}** procedure.`,
      needs: [],
    },
  ],
} as const satisfies ProcedureDefinition;

/** The way out of every dead end. */
export const requestProcedure = {
  idn: "altegio_procedure_request",
  title: procedureTitles.request,
  description: "Takes a message for the team when the agent cannot help any further.",
  needs: [
    checkAvailabilityTool.idn,
    bookAppointmentTool.idn,
    cancelAppointmentTool.idn,
    rescheduleAppointmentTool.idn,
    findAppointmentsTool.idn,
  ],
  steps: [
    {
      text: "Apologise in a few words and offer to pass the request to the team; do not repeat what failed.",
      needs: [],
    },
    {
      text: "If the caller agrees, ask what the team should know and how to reach the caller best.",
      needs: [],
    },
    { text: "Say the message back in one sentence and ask whether it is complete.", needs: [] },
    {
      text: "Promise no date, time or result that nobody has confirmed. If there is a scenario for relaying messages or for transferring to a person, go on with it.",
      needs: [],
    },
    { text: "If the caller does not agree, say goodbye in a friendly way and end the scenario.", needs: [] },
  ],
} as const satisfies ProcedureDefinition;
