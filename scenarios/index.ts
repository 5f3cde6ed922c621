/** The default conversation content: what the publish hook adds to the agent. */
import { bookPhrase, cancelPhrase, checkPhrase, findPhrase, movePhrase } from "./code-phrases.ts";
import { bookIntent, bookScenario } from "./conversations/book.ts";
import { cancelIntent, cancelScenario } from "./conversations/cancel.ts";
import { checkIntent, checkScenario } from "./conversations/check.ts";
import { existingIntent, existingScenario } from "./conversations/existing.ts";
import { moveIntent, moveScenario } from "./conversations/move.ts";
import { otherIntent, otherScenario } from "./conversations/other.ts";
import type {
  CodePhrase,
  IntentDefinition,
  ProcedureDefinition,
  ScenarioDefinition,
  ScenarioDefinitions,
} from "#sdk";
import { checkProcedure, serviceProcedure, staffProcedure, timeProcedure } from "./procedures/choosing.ts";
import { nameProcedure, phoneProcedure, requestProcedure } from "./procedures/gathering.ts";
import { moveByBooking } from "./tool-idns.ts";

export type * from "#sdk";

/** The sentences that call the tools. */
export const phrases: readonly CodePhrase[] = [checkPhrase, bookPhrase, cancelPhrase, movePhrase, findPhrase];

/** The goals of callers. */
export const intents: readonly IntentDefinition[] = [
  bookIntent,
  checkIntent,
  cancelIntent,
  moveIntent,
  existingIntent,
  otherIntent,
];

/** The shared parts. */
export const procedures: readonly ProcedureDefinition[] = [
  serviceProcedure,
  staffProcedure,
  timeProcedure,
  checkProcedure,
  nameProcedure,
  phoneProcedure,
  requestProcedure,
];

/** The conversations. */
export const scenarios: readonly ScenarioDefinition[] = [
  bookScenario,
  checkScenario,
  cancelScenario,
  moveScenario,
  existingScenario,
  otherScenario,
];

/** Everything, for the linter. */
export const scenarioDefinitions: ScenarioDefinitions = {
  phrases,
  intents,
  procedures,
  scenarios,
  substitutes: [moveByBooking],
};
