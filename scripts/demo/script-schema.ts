/** The form of a written conversation, as a JSON schema. */

const text = { type: "string", minLength: 1 } as const;
const texts = { anyOf: [text, { type: "array", items: text, minItems: 1 }] } as const;

const appointment = {
  type: "object",
  properties: { service: text, staff: text, time: text, client: text, phone: text },
  required: ["service", "staff", "time", "client", "phone"],
  additionalProperties: false,
} as const;

const turn = {
  type: "object",
  properties: {
    message: text,
    agent: text,
    tool: text,
    facts: { type: "object" },
    expect: {
      type: "object",
      properties: { contains: texts, not_contains: texts, regex: text },
      additionalProperties: false,
      minProperties: 1,
    },
    says: text,
  },
  required: ["message"],
  additionalProperties: false,
  // An instruction exists only where a tool fires.
  dependencies: { expect: ["tool"], says: ["tool", "expect"], facts: ["tool"] },
} as const;

/** Checked before a conversation is played. */
export const scriptSchema = {
  type: "object",
  properties: {
    name: text,
    integration: text,
    connector: text,
    caller: text,
    booked: { type: "array", items: appointment },
    turns: { type: "array", items: turn, minItems: 1 },
    appointment,
  },
  required: ["name", "integration", "connector", "caller", "turns", "appointment"],
  additionalProperties: false,
} as const;
