/** The shape of a flow and of the module as they are defined. */
import { attributeSchema } from "./attribute-schema.ts";
import { closedObject, listOf, type SchemaCase } from "./schema-case.ts";
import { pascalCase, prose, snakeCase, title } from "./text.ts";
import { toolSchema } from "./tool-schema.ts";

const event = {
  idn: "sample_check_availability_tool",
  integration: "system",
  connector: "system",
  handler: "checkAvailability",
};

const good = {
  idn: "AvailabilityFlow",
  title: "AvailabilityFlow",
  description: "Free times by service, staff and date.",
  events: [event],
};

/** FlowDefinition of `sdk/definition.ts`, with each handler replaced by its name. */
export const flowSchema: SchemaCase = {
  title: "flow",
  schema: closedObject({
    idn: pascalCase,
    title,
    description: prose,
    events: listOf(
      closedObject({
        idn: snakeCase,
        integration: snakeCase,
        connector: snakeCase,
        handler: {
          type: "string",
          pattern: "^[A-Za-z_][A-Za-z0-9_]*$",
          problems: { type: "anonymousHandler", pattern: "anonymousHandler" },
        },
      }),
    ),
  }),
  examples: [good, { ...good, events: [] }],
  antiExamples: [
    {
      example: { ...good, idn: "availability_flow" },
      reason: "Flows are PascalCase.",
      problem: "notPascalCase",
    },
    { example: { ...good, title: "" }, reason: "The Builder shows it.", problem: "emptyText" },
    { example: { ...good, events: event }, reason: "A list is needed.", problem: "wrongType" },
    {
      example: { ...good, events: [{ ...event, idn: "BookSlot" }] },
      reason: "Events are snake_case.",
      problem: "notSnakeCase",
    },
    {
      example: { ...good, events: [{ ...event, connector: null }] },
      reason: "Every event of ours has a connector.",
      problem: "notText",
    },
    {
      example: { ...good, events: [{ ...event, handler: "" }] },
      reason: "An arrow function in place has no name.",
      problem: "anonymousHandler",
    },
  ],
};

const agent = { title: "SampleAgent", description: "Works on appointments." };

/** ModuleDefinition of `sdk/definition.ts`, with each handler replaced by its name. */
export const definitionSchema: SchemaCase = {
  title: "module definition",
  schema: closedObject({
    agent: closedObject({ title, description: prose }),
    attributes: listOf(attributeSchema.schema),
    tools: listOf(toolSchema.schema),
    flows: listOf(flowSchema.schema),
  }),
  examples: [{ agent, attributes: [], tools: [], flows: [good] }],
  antiExamples: [
    {
      example: { agent, attributes: [], tools: [] },
      reason: "Nothing would run.",
      problem: "missingProperty",
    },
    {
      example: { agent: { ...agent, title: "" }, attributes: [], tools: [], flows: [] },
      reason: "The Builder shows the agent's title.",
      problem: "emptyText",
    },
    {
      example: { agent, attributes: [], tools: [], flows: [], flow: [] },
      reason: "The name is flows.",
      problem: "unknownProperty",
    },
  ],
};
