/** The shape of an attribute. */
import { closedObject, listOf, type SchemaCase, without } from "./schema-case.ts";
import { flag, prose, snakeCase, title, value } from "./text.ts";

const good = {
  idn: "sample_booking_enabled",
  title: "Booking enabled",
  description: "Enable appointment booking.",
  valueType: "bool",
  defaultValue: "True",
  possibleValues: [],
  required: false,
  hidden: true,
  owner: "user",
  secret: false,
};

/** AttributeDefinition of `sdk/definition.ts`. */
export const attributeSchema: SchemaCase = {
  title: "attribute",
  schema: closedObject({
    idn: snakeCase,
    title,
    description: prose,
    valueType: { type: "string", enum: ["string", "number", "bool", "enum", "json"] },
    defaultValue: value,
    possibleValues: listOf(prose),
    required: flag,
    hidden: flag,
    owner: { type: "string", enum: ["user", "module"] },
    secret: flag,
  }),
  examples: [
    good,
    { ...good, valueType: "enum", defaultValue: "b", possibleValues: ["a", "b"] },
    { ...good, valueType: "string", defaultValue: "two\nlines", description: "Привет 🙂, it's {{ fine }}" },
  ],
  antiExamples: [
    { example: without(good, "title"), reason: "The Builder shows the title.", problem: "missingProperty" },
    { example: { ...good, title: "" }, reason: "An empty title shows nothing.", problem: "emptyText" },
    {
      example: { ...good, title: "x".repeat(70) },
      reason: "Such a title is folded badly.",
      problem: "longTitle",
    },
    { example: { ...good, title: "a\nb" }, reason: "A title is one line.", problem: "controlCharacter" },
    { example: { ...good, description: "" }, reason: "The description explains it.", problem: "emptyText" },
    {
      example: { ...good, description: "a\tb" },
      reason: "Tabs change on the way.",
      problem: "controlCharacter",
    },
    {
      example: { ...good, description: "a\ud800" },
      reason: "Half a character.",
      problem: "controlCharacter",
    },
    { example: { ...good, defaultValue: true }, reason: "All values are text.", problem: "notText" },
    { example: { ...good, defaultValue: 365 }, reason: "All values are text.", problem: "notText" },
    { example: { ...good, defaultValue: "<<" }, reason: "YAML's merge key.", problem: "yamlSpecialText" },
    { example: { ...good, defaultValue: "=" }, reason: "YAML's value key.", problem: "yamlSpecialText" },
    { example: { ...good, possibleValues: "a,b" }, reason: "A list is needed.", problem: "wrongType" },
    { example: { ...good, possibleValues: [1] }, reason: "All values are text.", problem: "notText" },
    { example: { ...good, hidden: "True" }, reason: "A switch, not a value.", problem: "wrongType" },
    { example: { ...good, valueType: "boolean" }, reason: "The platform says bool.", problem: "notOneOf" },
    { example: { ...good, owner: "customer" }, reason: "Only user and module.", problem: "notOneOf" },
    { example: { ...good, idn: "sampleToken" }, reason: "Idns are snake_case.", problem: "notSnakeCase" },
    { example: { ...good, idn: "sample__x" }, reason: "Single underscores.", problem: "notSnakeCase" },
    { example: { ...good, default: "x" }, reason: "The name is defaultValue.", problem: "unknownProperty" },
    { example: "sample_token", reason: "An object is needed.", problem: "wrongType" },
  ],
};
