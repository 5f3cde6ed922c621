/** The kinds of text that definitions are made of. */
import type { SchemaNode } from "./schema-case.ts";

/**
 * Characters that do not survive the way through YAML files and clients unchanged: control characters,
 * line separators, byte order mark, non-characters and lone surrogates (docs/platform.md, "YAML style").
 */
const forbidden =
  "\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufeff\\ufffe\\uffff\\ud800-\\udfff";

/** One character that is allowed in text of one line, of several lines, and in scripts. */
export const oneLineCharacter = `[^\\n${forbidden}]`;
export const manyLinesCharacter = `[^${forbidden}]`;
export const scriptCharacter = `[^${forbidden.replace("\\u0009", "\\u0008")}]`;

const yamlSpecial = { enum: ["<<", "="] };
const problems = { pattern: "controlCharacter", not: "yamlSpecialText" } as const;

/** A title: one line, not empty, shorter than 70 characters (docs/platform.md, "YAML style"). */
export const title: SchemaNode = {
  type: "string",
  minLength: 1,
  maxLength: 69,
  pattern: `^${oneLineCharacter}*$`,
  not: yamlSpecial,
  problems,
};

/** Text people read: not empty, may have several lines. */
export const prose: SchemaNode = {
  type: "string",
  minLength: 1,
  pattern: `^${manyLinesCharacter}*$`,
  not: yamlSpecial,
  problems,
};

/** A value of an attribute or parameter: any text, also "". */
export const value: SchemaNode = {
  type: "string",
  pattern: `^${manyLinesCharacter}*$`,
  not: yamlSpecial,
  problems,
};

/** The text of a script; tabs are allowed, carriage returns are not. */
export const script: SchemaNode = { type: "string", pattern: `^${scriptCharacter}*$`, problems };

/** A path, a source map: any text the build itself makes. */
export const plainText: SchemaNode = { type: "string" };

/** Idn of an attribute, event, tool, condition, connector, integration or project. */
export const snakeCase: SchemaNode = {
  type: "string",
  pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$",
  problems: { pattern: "notSnakeCase" },
};

/** Idn of an agent, a flow or a registry item. */
export const pascalCase: SchemaNode = {
  type: "string",
  pattern: "^[A-Z][A-Za-z0-9]*$",
  problems: { pattern: "notPascalCase" },
};

/** Idn of a skill or name of a parameter. */
export const identifier: SchemaNode = {
  type: "string",
  pattern: "^[A-Za-z_][A-Za-z0-9_]*$",
  problems: { pattern: "notIdentifier" },
};

/** Three numbers; a number such as `0.1` is what YAML makes of an unquoted version that lacks one. */
export const version: SchemaNode = {
  type: "string",
  pattern: "^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$",
  problems: { type: "badVersion", pattern: "badVersion" },
};

/** A switch of a definition. */
export const flag: SchemaNode = { type: "boolean" };
