/** Procedures that settle what is wanted: service, staff member, date and time. */
import { servicesText, staffText } from "../../attributes/index.ts";
import { bookAppointmentTool, checkAvailabilityTool, rescheduleAppointmentTool } from "../tools.ts";
import type { ProcedureDefinition } from "#sdk";
import { procedureTitles } from "../titles.ts";

/** Which service. */
export const serviceProcedure = {
  idn: "altegio_procedure_service",
  title: procedureTitles.service,
  description: "Finds out which service of the location the caller wants.",
  needs: [checkAvailabilityTool.idn, bookAppointmentTool.idn],
  steps: [
    {
      text: "If the service is not clear from the <Conversation> yet, ask which service the caller would like.",
      needs: [],
    },
    {
      text: `Match the answer with the services of this list and use no others: [[${servicesText.idn}]]`,
      needs: [],
    },
    { text: "If several services fit, name at most three of them and ask which one is meant.", needs: [] },
    {
      text: "If none fits, say so, name the nearest service of the list and ask whether it would suit.",
      needs: [],
    },
    {
      text: "If the caller asks for a price or a duration, answer from the list only; what is not in it, the team can tell.",
      needs: [],
    },
    {
      text: `If no service is found after two attempts, follow the **${procedureTitles.request}** procedure.`,
      needs: [],
    },
  ],
} as const satisfies ProcedureDefinition;

/** By whom. */
export const staffProcedure = {
  idn: "altegio_procedure_staff",
  title: procedureTitles.staff,
  description: "Finds out whether the caller prefers a member of the staff.",
  needs: [checkAvailabilityTool.idn, bookAppointmentTool.idn],
  steps: [
    {
      text: "If the caller has not named anybody, ask once whether they prefer somebody; that anybody will do is a fine answer.",
      needs: [],
    },
    { text: `Use only the names of this list: [[${staffText.idn}]]`, needs: [] },
    {
      text: "If the person does not do the chosen service, say so and offer somebody of the list who does, or anybody who is free.",
      needs: [],
    },
    {
      text: "If the name is not in the list, say so and offer anybody who is free.",
      needs: [],
    },
  ],
} as const satisfies ProcedureDefinition;

/** When. */
export const timeProcedure = {
  idn: "altegio_procedure_time",
  title: procedureTitles.time,
  description: "Finds out when the caller would like to come.",
  needs: [checkAvailabilityTool.idn, bookAppointmentTool.idn, rescheduleAppointmentTool.idn],
  steps: [
    {
      text: "If the caller has not named a day, ask which day suits them best.",
      needs: [],
    },
    {
      text: "If the day can be understood in two ways, say it with weekday and date and ask whether that is right.",
      needs: [],
    },
    {
      text: "If it is not clear whether morning, afternoon or evening is meant, ask which part of the day is better.",
      needs: [],
    },
    {
      text: "When there are times to choose from, name at most three in a call and five in a chat, and ask which one suits.",
      needs: [],
    },
    {
      text: "Call a time free only when the result of a check has named it; otherwise say that you are not sure yet.",
      needs: [],
    },
    {
      text: `If nothing suits on three different days, follow the **${procedureTitles.request}** procedure.`,
      needs: [],
    },
  ],
} as const satisfies ProcedureDefinition;
