/** The form of what the page sends: what else reaches the server is no command, and does nothing. */
import { Ajv } from "ajv";
import type { Command, Step } from "./protocol.ts";

const text = { type: "string" } as const;
const answerer = { enum: ["person", "facts", "model"] } as const;
const channel = { type: "string", pattern: "^\\w+/\\w+$" } as const;
const count = { type: "integer", minimum: 1, maximum: 100_000 } as const;

type Properties = Readonly<Record<string, object>>;

/** An object with exactly these, named by one of them. */
function form(property: string, name: string, properties: Properties): object {
  const all = { [property]: { const: name }, ...properties };
  return { type: "object", properties: all, required: Object.keys(all), additionalProperties: false };
}

/** A table, so that the compiler misses a form as soon as there is another. */
function formsOf(property: string, table: Readonly<Record<string, Properties>>): object {
  return { oneOf: Object.entries(table).map(([name, properties]) => form(property, name, properties)) };
}

const steps: Readonly<Record<Exclude<Step["kind"], "team" | "fault" | "turn">, Properties>> = {
  set: { values: { type: "object", additionalProperties: text } },
  publish: {},
  say: {
    channel,
    ...{ caller: text, message: text, agent: text, tool: text, facts: { type: "object" }, brain: answerer },
  },
  calm: { name: text },
  pass: { minutes: count },
  install: { version: text },
  edit: { idn: text, text },
  update: {},
};

const commands: Readonly<Record<Command["do"], Properties>> = {
  step: { step: formsOf("kind", steps) },
  talk: { channel, caller: text, message: { type: "string", minLength: 1 } },
  open: { name: text, text },
  next: {},
  connect: {},
  move: {
    line: text,
    to: {
      type: "object",
      properties: {
        day: { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\d$" },
        start: { type: "integer" },
        column: text,
      },
      required: ["day", "start", "column"],
      additionalProperties: false,
    },
  },
  cancel: { line: text },
  disturb: { name: text, request: text, times: count },
  answer: { value: {} },
  undo: {},
  restart: {},
};

/** Whether a value is a command. */
export const isCommand = new Ajv({ strict: false }).compile<Command>(formsOf("do", commands));
