/** The form of the file a program is run with: a `ProgramInput` as JSON. */
import { userFields } from "../platform/account.ts";

/** A node of the schema; `words` is what a value of it is called in messages, `range` which values it may have. */
export interface InputSchema {
  readonly words?: string;
  readonly range?: string;
  readonly type?: string;
  readonly nullable?: true;
  readonly anyOf?: readonly InputSchema[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, InputSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | InputSchema;
  readonly items?: InputSchema;
  readonly minimum?: number;
  readonly maximum?: number;
}

const text: InputSchema = { type: "string", words: "a text" };
const texts: InputSchema = { type: "object", words: "an object", additionalProperties: text };

const listOf = (items: InputSchema): InputSchema => ({ type: "array", words: "a list", items });

const closed = (properties: Readonly<Record<string, InputSchema>>): InputSchema => ({
  type: "object",
  words: "an object",
  properties,
  additionalProperties: false,
});

const complete = (properties: Readonly<Record<string, InputSchema>>): InputSchema => ({
  ...closed(properties),
  required: Object.keys(properties),
});

/** A status of 0 stands for no answer. */
const status: InputSchema = {
  type: "integer",
  words: "a whole number",
  range: "0, for no answer, or from 100 to 599",
  anyOf: [{ enum: [0] }, { minimum: 100, maximum: 599 }],
};

const oneOf = (...words: readonly string[]): InputSchema => ({
  ...text,
  range: words.map((word) => JSON.stringify(word)).join(" or "),
  enum: words,
});

/** The whole file. */
export const inputSchema: InputSchema = closed({
  input: {},
  attributes: closed({ customer: texts, project: texts }),
  persona: texts,
  user: {
    ...closed(Object.fromEntries(userFields.map((field) => [field, text]))),
    nullable: true,
    words: "an object or null",
  },
  actors: listOf(complete({ integrationIdn: text, connectorIdn: text, externalId: text })),
  memory: listOf(complete({ from: oneOf("user", "agent"), text })),
  responses: listOf(complete({ status, body: text })),
  generated: { type: "array", words: "a list" },
  now: text,
  platform: closed({
    actors: oneOf("objects", "ids", "texts"),
    connectorStatus: oneOf("shown", "hidden"),
    schema: oneOf("either", "object", "text"),
    generated: oneOf("object", "text"),
  }),
});
