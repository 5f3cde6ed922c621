/** The form of a written conversation, as a JSON schema. */
import type { JsonSchema, ServiceWords } from "./service.ts";

/** Any text but none. */
export const text = { type: "string", minLength: 1 } as const;

/** One text or several. */
export const texts = { anyOf: [text, { type: "array", items: text, minItems: 1 }] } as const;

/** `YYYY-MM-DD`. */
export const date = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" } as const;

/** `HH:MM`, or the one the caller has chosen. */
export const time = { type: "string", pattern: "^(\\d{2}:\\d{2}|\\{time\\})$" } as const;

/** `YYYY-MM-DD HH:MM`. */
export const moment = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}$" } as const;

/** What a text has to look like. */
export const expectation = {
  type: "object",
  properties: { contains: texts, not_contains: texts, regex: text },
  additionalProperties: false,
  minProperties: 1,
} as const;

/** An item of its own each; nothing where the service has no such word. */
function listOf(name: string, item: JsonSchema | undefined): Readonly<Record<string, JsonSchema>> {
  return item === undefined ? {} : { [name]: { type: "array", items: item, minItems: 1 } };
}

function turnSchema({ teamAction, fault }: ServiceWords): JsonSchema {
  return {
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
      ...listOf("team", teamAction),
      ...listOf("faults", fault),
      expect: expectation,
      says: text,
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
      says: ["expect"],
    },
    allOf: [
      { not: { required: ["tool", "event"] } },
      { not: { required: ["expect", "silent"] } },
      {
        if: { anyOf: [{ required: ["expect"] }, { required: ["silent"] }, { required: ["requests"] }] },
        then: { anyOf: [{ required: ["tool"] }, { required: ["event"] }] },
      },
    ],
  };
}

/** What is known before anybody speaks. */
export function settingProperties(words: ServiceWords): Readonly<Record<string, JsonSchema>> {
  return {
    name: text,
    integration: text,
    connector: text,
    date,
    now: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2})$" },
    caller: text,
    attributes: { type: "object", additionalProperties: { type: "string" } },
    ...words.setting,
  };
}

/** The schema a conversation is checked with before it is played. */
export function conversationSchema(words: ServiceWords): JsonSchema {
  return {
    type: "object",
    properties: {
      ...settingProperties(words),
      turns: { type: "array", items: turnSchema(words), minItems: 1 },
      calendar: { type: "array", items: words.calendarEntry },
    },
    required: ["name", "integration", "connector", "now", "caller", "turns", "calendar"],
    additionalProperties: false,
  };
}
