/**
 * The custom tools by which the agent reaches the module. When all conditions of a tool hold, the platform
 * fires a system event named after it (newo-platform reference, section 3).
 *
 * Each fires on the agent's own promise in its latest message, and the conditions rule out what the platform
 * excludes: offers, future steps, actions in progress or already done (section 3.2).
 */
import { availabilityEnabled, bookingEnabled } from "../attributes/index.ts";
import type { ToolDefinition } from "./definition.ts";

/** Looks free times up. */
export const checkAvailabilityTool = {
  idn: "altegio_check_availability_tool",
  description:
    "Looks up live free appointment times by service, staff member and date. Call it when the agent promises to check the free times.",
  conditions: [
    {
      idn: "agentPromised",
      description:
        "True only if in its latest message the agent explicitly says that it is checking or is going to check free appointment times right now, for example: I'm checking the available times now. False if it only offers or asks whether to check, says it will check later or after getting more details, is still waiting for an earlier check, or already gives the times.",
    },
  ],
  useConversationHistory: false,
  conflictTag: "availability",
  enabledBy: availabilityEnabled.idn,
  needsUserToken: false,
} as const satisfies ToolDefinition;

/** Makes an appointment. */
export const bookAppointmentTool = {
  idn: "altegio_book_appointment_tool",
  description:
    "Books a new appointment at a time the caller has agreed to. Call it when the agent promises to submit the booking.",
  conditions: [
    {
      idn: "agentPromised",
      description:
        "True only if in its latest message the agent explicitly says that it is submitting the booking of a new appointment right now, for example: I'm booking your appointment now. False if it only offers to book, asks for details or for a confirmation, says it will book later, is still waiting for a booking it already submitted, or says that the appointment is already booked.",
    },
    {
      idn: "isNewAppointment",
      description:
        "True only if the agent's latest message is about booking a new appointment. False if it is about moving, cancelling or looking up an existing one.",
    },
  ],
  useConversationHistory: false,
  conflictTag: "booking",
  enabledBy: bookingEnabled.idn,
  needsUserToken: false,
} as const satisfies ToolDefinition;

/** All tools, in the order they are registered in. */
export const tools: readonly ToolDefinition[] = [checkAvailabilityTool, bookAppointmentTool];
