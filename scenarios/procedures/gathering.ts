/** Procedures that settle who the appointment is for, and the way out when nothing else helps. */
import type { ProcedureDefinition } from "#sdk";
import { procedureTitles } from "../titles.ts";
import {
  nameStartText,
  nameSteps,
  phoneStartText,
  phoneSteps,
  requestStartText,
  requestSteps,
} from "../texts.ts";
import { toolIdns } from "../tool-idns.ts";

/** The name. */
export const nameProcedure = {
  idn: "altegio_procedure_name",
  title: procedureTitles.name,
  description: "Finds out the name the appointment is booked under.",
  needs: [toolIdns.book],
  start: nameStartText,
  steps: nameSteps,
} as const satisfies ProcedureDefinition;

/** The phone number. */
export const phoneProcedure = {
  idn: "altegio_procedure_phone",
  title: procedureTitles.phone,
  description: "Finds out the phone number of the caller.",
  needs: [toolIdns.book, toolIdns.find],
  start: phoneStartText,
  steps: phoneSteps,
} as const satisfies ProcedureDefinition;

/** The way out of every dead end. */
export const requestProcedure = {
  idn: "altegio_procedure_request",
  title: procedureTitles.request,
  description: "Takes a message for the team when the agent cannot help any further.",
  needs: [toolIdns.check, toolIdns.book, toolIdns.cancel, toolIdns.move, toolIdns.find],
  start: requestStartText,
  steps: requestSteps,
} as const satisfies ProcedureDefinition;
