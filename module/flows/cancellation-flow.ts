/** Cancellation. */
import { cancelAppointment } from "../../skills/cancellation/cancel-appointment.ts";
import { coreEvents } from "#sdk";
import type { FlowDefinition } from "#sdk";
import { cancelAppointmentTool } from "../../scenarios/tools.ts";

/** The module's tool and core's event for it (docs/platform.md, "Core's events"). */
export const cancellationFlow: FlowDefinition = {
  idn: "CancellationFlow",
  title: "Cancellation",
  description: "Cancels appointments that the agent made.",
  events: [
    {
      idn: cancelAppointmentTool.idn,
      integration: "system",
      connector: "system",
      handler: cancelAppointment,
    },
    { idn: coreEvents.cancellation, integration: "system", connector: "system", handler: cancelAppointment },
  ],
};
