/** Procedures that settle what is wanted: service, staff member, date, and the free time. */
import type { ProcedureDefinition } from "#sdk";
import { procedureTitles } from "../titles.ts";
import {
  serviceStartText,
  serviceSteps,
  staffStartText,
  staffSteps,
  timeStartText,
  timeSteps,
  timesStartText,
  timesSteps,
} from "../texts.ts";
import { toolIdns } from "../tool-idns.ts";

/** Which service. */
export const serviceProcedure = {
  idn: "altegio_procedure_service",
  title: procedureTitles.service,
  description: "Finds out which service of the location the caller wants.",
  needs: [toolIdns.check, toolIdns.book],
  start: serviceStartText,
  steps: serviceSteps,
} as const satisfies ProcedureDefinition;

/** By whom. */
export const staffProcedure = {
  idn: "altegio_procedure_staff",
  title: procedureTitles.staff,
  description: "Finds out whom the caller wants, where there is a choice.",
  needs: [toolIdns.check, toolIdns.book],
  start: staffStartText,
  steps: staffSteps,
} as const satisfies ProcedureDefinition;

/** When. */
export const timeProcedure = {
  idn: "altegio_procedure_time",
  title: procedureTitles.time,
  description: "Finds out when the caller would like to come.",
  needs: [toolIdns.check, toolIdns.book, toolIdns.move],
  start: timeStartText,
  steps: timeSteps,
} as const satisfies ProcedureDefinition;

/** Which of the free times. */
export const checkProcedure = {
  idn: "altegio_procedure_check",
  title: procedureTitles.check,
  description: "Checks which times are free, offers them, and checks again when something changes.",
  needs: [toolIdns.check],
  start: timesStartText,
  steps: timesSteps,
} as const satisfies ProcedureDefinition;
