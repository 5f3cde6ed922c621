/** The form of Altegio's half of a written conversation, as JSON schemas (types: `written.ts`). */
import { date, moment, text, texts, time } from "../../sandbox/conversations/script-schema.ts";
import type { ServiceWords } from "../../sandbox/conversations/index.ts";

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

const teamAction = {
  type: "object",
  properties: {
    books: appointment,
    cancels: {
      anyOf: [
        moment,
        {
          type: "object",
          properties: { at: moment, staff: text },
          required: ["at", "staff"],
          additionalProperties: false,
        },
      ],
    },
    moves: {
      type: "object",
      properties: { from: moment, to: moment, staff: text, to_staff: text },
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

const salon = {
  type: "object",
  properties: {
    location: { enum: ["Berlin", "Hamburg", "Vienna"] },
    zone: text,
    country: text,
    rules: { type: "object", additionalProperties: { type: ["boolean", "integer"] } },
    does: { type: "object", additionalProperties: { type: "array", items: text, minItems: 1 } },
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
    composites: { type: "object", additionalProperties: { type: "array", items: text, minItems: 2 } },
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

/** What is only said to be so, or not so, claims nothing. */
const unlessSupposed =
  "(?<!\\b(once|when|until|if|before|after|unless|as soon as|nothing|nobody)\\b[^.?!]*)(?<!\\b(not|never) )";

/** In English; a talk in another language has words of its own. */
const claims = {
  booked: `${unlessSupposed}\\b(is|are|you're|it's|been|have you)( all)?( now)? (booked|confirmed|reserved|scheduled|set)\\b`,
  cancelled: `${unlessSupposed}\\b(is|are|it's|been)( both)?( now)? cancell?ed\\b`,
  moved: `${unlessSupposed}\\b(is|are|it's|been)( now)? (moved|rescheduled|changed)\\b`,
};

/** What is checked before a conversation with a salon is played. */
export const salonWords: ServiceWords = {
  setting: { salon },
  teamAction,
  fault,
  calendarEntry: appointment,
  claims,
};
