/**
 * The custom tools by which the agent reaches the module. When all conditions of a tool hold, the platform
 * fires a system event named after it (docs/platform.md, "What a tool's event brings").
 *
 * Each fires on the agent's own promise in its latest message, and the conditions rule out what the platform
 * excludes: offers, future steps, actions in progress or already done
 * (docs/platform.md, "From promise to event").
 */
import {
  availabilityEnabled,
  bookingEnabled,
  cancellationEnabled,
  existingAppointmentsEnabled,
  rescheduleEnabled,
  userToken,
} from "../attributes/index.ts";
import type { ToolDefinition } from "#sdk";

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
  requires: [],
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
  requires: [],
} as const satisfies ToolDefinition;

/** Cancels an appointment. */
export const cancelAppointmentTool = {
  idn: "altegio_cancel_appointment_tool",
  description:
    "Cancels an appointment that was made through the agent. Call it when the agent promises to cancel it.",
  conditions: [
    {
      idn: "agentPromised",
      description:
        "True only if in its latest message the agent explicitly says that it is cancelling the caller's appointment right now, for example: I'm cancelling your appointment now. False if it only offers to cancel, asks which appointment or for a confirmation, says it will cancel later, is still waiting for an earlier cancellation, or says that the appointment is already cancelled.",
    },
  ],
  useConversationHistory: false,
  conflictTag: "cancellation",
  enabledBy: cancellationEnabled.idn,
  requires: [],
} as const satisfies ToolDefinition;

/** Moves an appointment. */
export const rescheduleAppointmentTool = {
  idn: "altegio_reschedule_appointment_tool",
  description:
    "Moves an appointment that was made through the agent to another date or time. Call it when the agent promises to move it.",
  conditions: [
    {
      idn: "agentPromised",
      description:
        "True only if in its latest message the agent explicitly says that it is moving the caller's existing appointment to a new time right now, for example: I'm moving your appointment now. False if it only offers to move it, asks for the new time or for a confirmation, says it will move it later, is still waiting for an earlier move, or says that the appointment is already moved.",
    },
  ],
  useConversationHistory: false,
  conflictTag: "reschedule",
  enabledBy: rescheduleEnabled.idn,
  requires: [userToken.idn],
} as const satisfies ToolDefinition;

/** Looks a caller's appointments up. */
export const findAppointmentsTool = {
  idn: "altegio_find_appointments_tool",
  description:
    "Looks up the caller's existing appointments by phone number. Call it when the agent promises to look them up.",
  conditions: [
    {
      idn: "agentPromised",
      description:
        "True only if in its latest message the agent explicitly says that it is looking up the caller's existing appointments right now, for example: I'm looking up your appointments now. False if it only offers to look them up, asks for a phone number, says it will look later, is still waiting for an earlier look-up, or already tells the appointments.",
    },
  ],
  useConversationHistory: false,
  conflictTag: "appointments",
  enabledBy: existingAppointmentsEnabled.idn,
  requires: [userToken.idn],
} as const satisfies ToolDefinition;

/** All tools, in the order they are registered in. */
export const tools: readonly ToolDefinition[] = [
  checkAvailabilityTool,
  bookAppointmentTool,
  cancelAppointmentTool,
  rescheduleAppointmentTool,
  findAppointmentsTool,
];
