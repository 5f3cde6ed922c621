/** The shape of the complete model: what the artifact is laid out from. */
import { attributeSchema } from "./attribute-schema.ts";
import { identitySchema } from "./identity-schema.ts";
import { closedObject, listOf, type SchemaCase, type SchemaNode } from "./schema-case.ts";
import { identifier, pascalCase, plainText, prose, script, snakeCase, title, value } from "./text.ts";

const lineNumber: SchemaNode = { type: "integer", minimum: 1, problems: { minimum: "wrongType" } };

const skill = {
  idn: "CheckAvailabilitySkill",
  title: "checkAvailability · skills/availability/check-availability.ts:7",
  parameters: [{ name: "payload", defaultValue: "" }],
  text: "{{ Return(val=payload) }}\n",
  sources: ["skills/availability/check-availability.ts"],
  lines: [{ line: 1, file: "skills/availability/check-availability.ts", sourceLine: 7 }],
  map: "{}",
};

/** CompiledSkill of `types.ts`. */
export const skillSchema: SchemaCase = {
  title: "skill",
  schema: closedObject({
    idn: identifier,
    title,
    parameters: listOf(closedObject({ name: identifier, defaultValue: value })),
    text: script,
    sources: listOf(plainText),
    lines: listOf(closedObject({ line: lineNumber, file: plainText, sourceLine: lineNumber })),
    map: plainText,
  }),
  examples: [skill, { ...skill, idn: "_helper", parameters: [], text: "\tтекст 🙂 }}\n" }],
  antiExamples: [
    {
      example: { ...skill, idn: "check-availability" },
      reason: "It is called by name.",
      problem: "notIdentifier",
    },
    { example: { ...skill, text: "a\r\nb" }, reason: "Line breaks are LF.", problem: "controlCharacter" },
    {
      example: { ...skill, parameters: [{ name: "payload", defaultValue: null }] },
      reason: "Defaults are text.",
      problem: "notText",
    },
    {
      example: { ...skill, lines: [{ line: 0, file: "a.ts", sourceLine: 1 }] },
      reason: "Lines count from 1.",
      problem: "wrongType",
    },
  ],
};

const event = {
  idn: "book_slot",
  skillIdn: "CheckAvailabilitySkill",
  integrationIdn: "system",
  connectorIdn: "system",
};

const flow = {
  idn: "AvailabilityFlow",
  title: "AvailabilityFlow",
  description: "Free times.",
  skills: [skill],
  events: [event],
};

const flowModelNode = closedObject({
  idn: pascalCase,
  title,
  description: prose,
  skills: listOf(skillSchema.schema),
  events: listOf(
    closedObject({
      idn: snakeCase,
      skillIdn: identifier,
      integrationIdn: snakeCase,
      connectorIdn: snakeCase,
    }),
  ),
});

const model = {
  identity: identitySchema.examples[0],
  agent: { title: "SampleAgent", description: "Works on appointments." },
  attributes: [attributeSchema.examples[0]],
  flows: [flow],
};

/** ModuleModel of `types.ts`. */
export const modelSchema: SchemaCase = {
  title: "model",
  schema: closedObject({
    identity: identitySchema.schema,
    agent: closedObject({ title, description: prose }),
    attributes: listOf(attributeSchema.schema),
    flows: listOf(flowModelNode),
  }),
  examples: [model, { ...model, attributes: [], flows: [] }],
  antiExamples: [
    { example: { ...model, flows: undefined }, reason: "It has no flows.", problem: "missingProperty" },
    {
      example: { ...model, flows: [{ ...flow, events: [{ ...event, idn: "BookSlot" }] }] },
      reason: "Events are snake_case.",
      problem: "notSnakeCase",
    },
    {
      example: { ...model, flows: [{ ...flow, events: [{ ...event, interruptMode: "queue" }] }] },
      reason: "The layout decides it.",
      problem: "unknownProperty",
    },
  ],
};
