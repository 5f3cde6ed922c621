/**
 * The sentences that make the platform call the tools: on every turn it judges whether the agent has just
 * promised the action (docs/platform.md, "From promise to event"). The tools' conditions quote them.
 */
import type { CodePhrase } from "#sdk";
import { toolIdns } from "./tool-idns.ts";

/** Looks free times up. */
export const checkPhrase = {
  tool: toolIdns.check,
  phrase: "I'm checking the available times now",
  needsConsent: false,
} as const satisfies CodePhrase;

/** Books. */
export const bookPhrase = {
  tool: toolIdns.book,
  phrase: "I'm booking your appointment now",
  needsConsent: true,
} as const satisfies CodePhrase;

/** Cancels. */
export const cancelPhrase = {
  tool: toolIdns.cancel,
  phrase: "I'm cancelling your appointment now",
  needsConsent: true,
} as const satisfies CodePhrase;

/** Moves. */
export const movePhrase = {
  tool: toolIdns.move,
  phrase: "I'm moving your appointment now",
  needsConsent: true,
} as const satisfies CodePhrase;

/** Looks appointments up. */
export const findPhrase = {
  tool: toolIdns.find,
  phrase: "I'm looking up your appointments now",
  needsConsent: false,
} as const satisfies CodePhrase;
