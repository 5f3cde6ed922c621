/**
 * The sentences that make the platform call the tools: on every turn it judges whether the agent has just
 * promised the action (docs/platform.md, "From promise to event"). The tools' conditions quote them.
 */
import {
  bookAppointmentTool,
  cancelAppointmentTool,
  checkAvailabilityTool,
  findAppointmentsTool,
  rescheduleAppointmentTool,
} from "./tools.ts";
import type { CodePhrase } from "#sdk";

/** Looks free times up. */
export const checkPhrase = {
  tool: checkAvailabilityTool.idn,
  phrase: "I'm checking the available times now",
  needsConsent: false,
} as const satisfies CodePhrase;

/** Books. */
export const bookPhrase = {
  tool: bookAppointmentTool.idn,
  phrase: "I'm booking your appointment now",
  needsConsent: true,
} as const satisfies CodePhrase;

/** Cancels. */
export const cancelPhrase = {
  tool: cancelAppointmentTool.idn,
  phrase: "I'm cancelling your appointment now",
  needsConsent: true,
} as const satisfies CodePhrase;

/** Moves. */
export const movePhrase = {
  tool: rescheduleAppointmentTool.idn,
  phrase: "I'm moving your appointment now",
  needsConsent: true,
} as const satisfies CodePhrase;

/** Looks appointments up. */
export const findPhrase = {
  tool: findAppointmentsTool.idn,
  phrase: "I'm looking up your appointments now",
  needsConsent: false,
} as const satisfies CodePhrase;
