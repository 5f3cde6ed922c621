/**
 * The custom tools by which the agent reaches the module. When all conditions of a tool hold, the platform
 * fires a system event named after it (docs/platform.md, "What a tool's event brings").
 *
 * Each fires on the agent's own promise in its latest message, and the conditions rule out what the platform
 * excludes: offers, future steps, actions in progress or already done
 * (docs/platform.md, "From promise to event"). Of those that change something each also rules out the others: who says in
 * one breath that the new one is booked and the old one cancelled would lose the old one and perhaps not get the new.
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
import {
  bookIsNewText,
  bookPromisedText,
  bookToolText,
  cancelPromisedText,
  cancelToolText,
  checkPromisedText,
  checkToolText,
  findPromisedText,
  findToolText,
  movePromisedText,
  moveToolText,
} from "./texts.ts";
import { toolIdns } from "./tool-idns.ts";

/** Of the tools with one tag one fires a turn (docs/platform.md, "Custom tools"): what changes something never does so twice. */
const changing = "booking";

/** Looks free times up. */
export const checkAvailabilityTool = {
  idn: toolIdns.check,
  description: checkToolText,
  conditions: [{ idn: "agentPromised", description: checkPromisedText }],
  useConversationHistory: false,
  conflictTag: "availability",
  enabledBy: availabilityEnabled.idn,
  requires: [],
} as const satisfies ToolDefinition;

/** Makes an appointment. */
export const bookAppointmentTool = {
  idn: toolIdns.book,
  description: bookToolText,
  conditions: [
    { idn: "agentPromised", description: bookPromisedText },
    { idn: "isNewAppointment", description: bookIsNewText },
  ],
  useConversationHistory: false,
  conflictTag: changing,
  enabledBy: bookingEnabled.idn,
  requires: [],
} as const satisfies ToolDefinition;

/** Cancels an appointment. */
export const cancelAppointmentTool = {
  idn: toolIdns.cancel,
  description: cancelToolText,
  conditions: [{ idn: "agentPromised", description: cancelPromisedText }],
  useConversationHistory: false,
  conflictTag: changing,
  enabledBy: cancellationEnabled.idn,
  requires: [],
} as const satisfies ToolDefinition;

/** Moves an appointment. */
export const rescheduleAppointmentTool = {
  idn: toolIdns.move,
  description: moveToolText,
  conditions: [{ idn: "agentPromised", description: movePromisedText }],
  useConversationHistory: false,
  conflictTag: changing,
  enabledBy: rescheduleEnabled.idn,
  requires: [userToken.idn],
} as const satisfies ToolDefinition;

/** Looks a caller's appointments up. */
export const findAppointmentsTool = {
  idn: toolIdns.find,
  description: findToolText,
  conditions: [{ idn: "agentPromised", description: findPromisedText }],
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
