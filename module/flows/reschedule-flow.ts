/** Rescheduling. */
import { rescheduleAppointment } from "../../skills/reschedule/reschedule-appointment.ts";
import { coreEvents } from "#sdk";
import type { FlowDefinition } from "#sdk";
import { rescheduleAppointmentTool } from "../../scenarios/tools.ts";

/** The module's tool and the event other modules serve for it (docs/platform.md, "Core's events"). */
export const rescheduleFlow: FlowDefinition = {
  idn: "RescheduleFlow",
  title: "Reschedule",
  description: "Moves appointments that the agent made to another time.",
  events: [
    {
      idn: rescheduleAppointmentTool.idn,
      integration: "system",
      connector: "system",
      handler: rescheduleAppointment,
    },
    {
      idn: coreEvents.reschedule,
      integration: "system",
      connector: "system",
      handler: rescheduleAppointment,
    },
  ],
};
