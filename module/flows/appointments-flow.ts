/** Existing appointments. */
import { findAppointments } from "../../skills/appointments/find-appointments.ts";
import { recogniseCaller } from "../../skills/appointments/recognise-caller.ts";
import { coreEvents } from "#sdk";
import type { FlowDefinition } from "#sdk";
import { findAppointmentsTool } from "../../scenarios/tools.ts";

/** The module's tool, and the start of a session (docs/platform.md, "Core's events" and "Looking up a caller"). */
export const appointmentsFlow: FlowDefinition = {
  idn: "AppointmentsFlow",
  title: "Appointments",
  description: "Finds a caller's existing appointments by phone number.",
  events: [
    { idn: findAppointmentsTool.idn, integration: "system", connector: "system", handler: findAppointments },
    { idn: coreEvents.sessionStart, integration: "system", connector: "system", handler: recogniseCaller },
  ],
};
