/** What the agent is told: one goal of a caller, and how that conversation goes. */
import type {
  CodePhrase,
  IntentDefinition,
  ProcedureDefinition,
  ScenarioDefinition,
  ScenarioDefinitions,
} from "#sdk";
import { collectBikeTool } from "../module/tools.ts";

const collectPhrase = {
  tool: collectBikeTool.idn,
  phrase: "I'm arranging the collection now",
  needsConsent: true,
} as const satisfies CodePhrase;

const callBack: ProcedureDefinition = {
  idn: "pedalo_procedure_call_back",
  title: "Calling back",
  description: "The workshop calls back.",
  needs: [],
  start: "Invoked when a collection cannot be arranged.",
  steps: [{ text: "Ask for the caller's number and say that the workshop will call back.", needs: [] }],
};

/** From the number of the repair to the time of the collection. */
export const collectScenario = {
  idn: "pedalo_scenario_collect",
  title: "Collecting a bike",
  number: 40,
  description: "Arranges when a repaired bike is collected.",
  needs: [collectBikeTool.idn],
  start:
    "Starts when the caller wants to collect a bike. Collects the number of the repair, the day and the time.",
  steps: [
    {
      text: "Ask for what is missing.",
      needs: [],
    },
    {
      text: 'CRITICAL STEP: Read back the number and the time and ask: "Is that right?"',
      needs: [],
    },
    {
      text: `CRITICAL STEP: Only after a clear yes, say exactly: "${collectPhrase.phrase}." Then wait for the result.`,
      needs: [],
    },
    {
      text: `If the collection cannot be arranged, follow the **${callBack.title}** procedure.`,
      needs: [],
    },
  ],
} as const satisfies ScenarioDefinition;

const collectIntent: IntentDefinition = {
  idn: "pedalo_intent_collect",
  title: "Bike collection",
  prefix: "T",
  description: "The caller wants to collect a bike.",
  needs: [collectBikeTool.idn],
  goal: "The user asks whether a repair is done, or when the bike can be collected.",
  scenario: collectScenario.title,
};

/** Everything, for the linter. */
export const scenarioDefinitions: ScenarioDefinitions = {
  phrases: [collectPhrase],
  intents: [collectIntent],
  procedures: [callBack],
  scenarios: [collectScenario],
};
