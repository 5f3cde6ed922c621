/** The shape of a custom tool. */
import { closedObject, listOf, type SchemaCase, without } from "./schema-case.ts";
import { flag, identifier, prose, snakeCase } from "./text.ts";

const condition = {
  idn: "agent_promised",
  description: "The agent says that it is checking free times now.",
};

const good = {
  idn: "sample_check_availability_tool",
  description: "Looks up free times.",
  conditions: [condition],
  useConversationHistory: false,
  conflictTag: "availability",
  enabledBy: "sample_availability_enabled",
  requires: ["sample_token"],
};

/** ToolDefinition of `sdk/definition.ts`. */
export const toolSchema: SchemaCase = {
  title: "tool",
  schema: closedObject({
    idn: snakeCase,
    description: prose,
    conditions: {
      type: "array",
      // The vendor's own conditions are camelCase (`agentPromised`), so any name is allowed.
      items: closedObject({ idn: identifier, description: prose }),
      minItems: 1,
      problems: { minItems: "noConditions" },
    },
    useConversationHistory: flag,
    conflictTag: snakeCase,
    enabledBy: snakeCase,
    requires: listOf(snakeCase),
  }),
  examples: [
    good,
    { ...good, requires: [] },
    { ...good, conditions: [condition, { ...condition, idn: "agentPromised" }] },
  ],
  antiExamples: [
    { example: without(good, "enabledBy"), reason: "Every tool has its switch.", problem: "missingProperty" },
    { example: { ...good, conditions: [] }, reason: "It would always fire.", problem: "noConditions" },
    {
      example: { ...good, conditions: [{ idn: "x" }] },
      reason: "Nothing to judge by.",
      problem: "missingProperty",
    },
    {
      example: { ...good, conditions: [{ ...condition, idn: "agent promised" }] },
      reason: "It is a key.",
      problem: "notIdentifier",
    },
    { example: { ...good, conditions: ["x"] }, reason: "A condition is an object.", problem: "wrongType" },
    { example: { ...good, idn: "CheckTool" }, reason: "Events are named after it.", problem: "notSnakeCase" },
    { example: { ...good, conflictTag: "" }, reason: "A tag is a name.", problem: "notSnakeCase" },
    { example: { ...good, description: "" }, reason: "The model reads it.", problem: "emptyText" },
    { example: { ...good, requires: "sample_token" }, reason: "A list.", problem: "wrongType" },
    { example: { ...good, requires: ["sample-token"] }, reason: "Idns.", problem: "notSnakeCase" },
  ],
};
