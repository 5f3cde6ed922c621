/** The form of a written conversation, as a JSON schema. */

const text = { type: "string", minLength: 1 } as const;
const texts = { anyOf: [text, { type: "array", items: text, minItems: 1 }] } as const;
const date = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" } as const;
const time = { type: "string", pattern: "^\\d{2}:\\d{2}$" } as const;
const moment = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}$" } as const;

const appointment = {
  type: "object",
  properties: {
    service: texts,
    staff: text,
    date,
    time,
    client: text,
    phone: { type: "string", pattern: "^\\d{9,15}$" },
    attendance: { enum: ["waiting", "confirmed", "came", "absent"] },
  },
  required: ["service", "staff", "date", "time", "client", "phone"],
  additionalProperties: false,
} as const;

const expectation = {
  type: "object",
  properties: { contains: texts, not_contains: texts, regex: text },
  additionalProperties: false,
  minProperties: 1,
} as const;

const teamAction = {
  type: "object",
  properties: {
    books: appointment,
    cancels: moment,
    moves: {
      type: "object",
      properties: { from: moment, to: moment },
      required: ["from", "to"],
      additionalProperties: false,
    },
  },
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: false,
} as const;

const fault = {
  type: "object",
  properties: {
    method: { enum: ["GET", "POST", "PUT", "DELETE", "*"] },
    path: text,
    fault: {
      enum: [
        "timeout-before",
        "timeout-after-commit",
        "reset",
        "reset-after-commit",
        "html-403",
        "malformed-json",
        "empty-body",
        "empty-list-for-object",
        "numbers-as-text",
        "unwrapped",
        "status",
      ],
    },
    status: { type: "integer", minimum: 400, maximum: 599 },
    retryAfterSeconds: { type: "integer", minimum: 0 },
    times: { type: "integer", minimum: 1 },
  },
  required: ["path", "fault"],
  additionalProperties: false,
} as const;

const turn = {
  type: "object",
  properties: {
    message: text,
    agent: text,
    tool: text,
    facts: { type: "object" },
    event: text,
    payload: { type: ["object", "string"] },
    caller: text,
    set: { type: "object", additionalProperties: { type: "string" }, minProperties: 1 },
    after_minutes: { type: "integer", minimum: 1 },
    team: { type: "array", items: teamAction, minItems: 1 },
    faults: { type: "array", items: fault, minItems: 1 },
    expect: expectation,
    events: { type: "object", additionalProperties: expectation, minProperties: 1 },
    silent: { const: true },
    unavailable: { const: true },
    requests: { type: "integer", minimum: 0 },
  },
  required: ["message"],
  additionalProperties: false,
  // A promise makes a tool fire; what comes of it can only be expected where something fires.
  dependencies: {
    tool: ["agent"],
    payload: ["event"],
    unavailable: ["tool"],
  },
  allOf: [
    { not: { required: ["tool", "event"] } },
    { not: { required: ["expect", "silent"] } },
    {
      if: { anyOf: [{ required: ["expect"] }, { required: ["silent"] }, { required: ["requests"] }] },
      then: { anyOf: [{ required: ["tool"] }, { required: ["event"] }] },
    },
  ],
} as const;

const salon = {
  type: "object",
  properties: {
    location: { enum: ["Berlin", "Hamburg", "Vienna"] },
    zone: text,
    country: text,
    rules: { type: "object", additionalProperties: { type: ["boolean", "integer"] } },
    hours: {
      type: "object",
      additionalProperties: {
        type: "object",
        patternProperties: { "^[1-7]$": { type: "string" } },
        additionalProperties: false,
      },
    },
    blacklist: { type: "array", items: text },
    quirks: { type: "object", additionalProperties: { type: ["boolean", "integer", "string"] } },
    rename: { type: "object", additionalProperties: text },
    clients: {
      type: "array",
      items: {
        type: "object",
        properties: { name: text, phone: text },
        required: ["name", "phone"],
        additionalProperties: false,
      },
    },
    booked: { type: "array", items: appointment },
  },
  additionalProperties: false,
} as const;

/** Checked before a conversation is played. */
export const conversationSchema = {
  type: "object",
  properties: {
    name: text,
    integration: text,
    connector: text,
    now: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2})$" },
    caller: text,
    salon,
    attributes: { type: "object", additionalProperties: { type: "string" } },
    turns: { type: "array", items: turn, minItems: 1 },
    calendar: { type: "array", items: appointment },
  },
  required: ["name", "integration", "connector", "now", "caller", "turns", "calendar"],
  additionalProperties: false,
} as const;
