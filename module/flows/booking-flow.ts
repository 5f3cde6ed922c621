/** Whatever writes a caller's appointments. */
import { bookAppointment } from "../../skills/booking/book-appointment.ts";
import { cancelAppointment } from "../../skills/cancellation/cancel-appointment.ts";
import { lateAnswerEvent } from "../../skills/domain/late-answer.ts";
import { settleLateAnswer } from "../../skills/late-answers/settle-late-answer.ts";
import { rescheduleAppointment } from "../../skills/reschedule/reschedule-appointment.ts";
import { coreEvents } from "#sdk";
import type { FlowDefinition } from "#sdk";
import {
  bookAppointmentTool,
  cancelAppointmentTool,
  rescheduleAppointmentTool,
} from "../../scenarios/tools.ts";

/**
 * Booking, cancelling and moving: the module's tools, the events core and other modules have for them, and answers
 * that come when nobody waits any more (docs/platform.md, "Core's events"). One flow, because the platform keeps one
 * queue for each flow and persona: what writes a caller's appointments must stand in one line
 * (docs/platform.md, "Queues").
 */
export const bookingFlow: FlowDefinition = {
  idn: "BookingFlow",
  title: "Booking",
  description: "Books appointments through public Online Booking, cancels and moves what it booked.",
  events: [
    { idn: bookAppointmentTool.idn, integration: "system", connector: "system", handler: bookAppointment },
    { idn: coreEvents.booking, integration: "system", connector: "system", handler: bookAppointment },
    {
      idn: cancelAppointmentTool.idn,
      integration: "system",
      connector: "system",
      handler: cancelAppointment,
    },
    { idn: coreEvents.cancellation, integration: "system", connector: "system", handler: cancelAppointment },
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
    { idn: lateAnswerEvent, integration: "system", connector: "system", handler: settleLateAnswer },
  ],
};
