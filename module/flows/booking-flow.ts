/** Booking. */
import { bookAppointment } from "../../skills/booking/book-appointment.ts";
import { coreEvents } from "#sdk";
import type { FlowDefinition } from "#sdk";
import { bookAppointmentTool } from "../../scenarios/tools.ts";

/** The module's tool and core's event for it (docs/platform.md, "Core's events"). */
export const bookingFlow: FlowDefinition = {
  idn: "BookingFlow",
  title: "Booking",
  description: "Books appointments through public Online Booking.",
  events: [
    { idn: bookAppointmentTool.idn, integration: "system", connector: "system", handler: bookAppointment },
    { idn: coreEvents.booking, integration: "system", connector: "system", handler: bookAppointment },
  ],
};
