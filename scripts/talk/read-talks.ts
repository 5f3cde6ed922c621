/** Reads talks that are written down as YAML. */
import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import {
  expectation,
  fillValue,
  parseDocuments,
  settingProperties,
  withDay,
  yamlFilesAt,
  type JsonSchema,
  type ServiceWords,
} from "../sandbox/conversations/index.ts";
import type { Talk } from "./talk.ts";
import { isWrittenAnswers } from "./recording/files.ts";

/** A talk and its file. */
export interface FoundTalk {
  /** The path that was read. */
  readonly path: string;
  /** What it is called in reports. */
  readonly file: string;
  readonly talk: Talk;
}

/**
 * The talks of a file, or of all `.yaml` files of a folder, sorted by file; one a file.
 *
 * @param nameOf what a file is called in the result and in messages
 * @throws ScriptError; the error of the disk when there is no such place
 */
export function readTalks(place: string, words: ServiceWords, nameOf: (path: string) => string): FoundTalk[] {
  return yamlFilesAt(place)
    .filter((path) => !isWrittenAnswers(path))
    .flatMap((path) => {
      const file = nameOf(path);
      return parseTalks(readFileSync(path, "utf8"), words, file).map((talk) => ({ path, file, talk }));
    });
}

/** The talk of one text, in a list. @throws ScriptError */
export function parseTalks(text: string, words: ServiceWords, file: string): Talk[] {
  return parseDocuments(text, {
    what: "talk",
    file,
    prepare: (value) => fillValue(withDay(value), words.claims ?? {}),
    isValid: validatorOf(words),
    isSingle: true,
  });
}

const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, allowUnionTypes: true });
ajv.addFormat("regular expression", {
  validate: (pattern: string) => {
    try {
      return new RegExp(pattern, "iu").source !== "";
    } catch {
      return false;
    }
  },
});

const validators = new WeakMap<ServiceWords, ValidateFunction<Talk>>();

function validatorOf(words: ServiceWords): ValidateFunction<Talk> {
  const known = validators.get(words) ?? ajv.compile<Talk>(talkSchema(words));
  validators.set(words, known);
  return known;
}

const text = { type: "string", minLength: 1 } as const;

const claim = {
  type: "object",
  properties: {
    says: { ...text, format: "regular expression" },
    holds: expectation,
    lacks: expectation,
    never: { const: true },
    optional: { const: true },
  },
  required: ["says"],
  additionalProperties: false,
} as const;

const earlierAction = {
  type: "object",
  properties: { tool: text, extraction: { type: "object" } },
  required: ["tool", "extraction"],
  additionalProperties: false,
} as const;

function talkSchema(words: ServiceWords): JsonSchema {
  return {
    type: "object",
    properties: {
      ...settingProperties(words),
      persona: text,
      goal: text,
      before: { type: "array", items: earlierAction, minItems: 1 },
      most_turns: { type: "integer", minimum: 1, maximum: 60 },
      outcome: {
        type: "object",
        properties: {
          calendar: { type: "array", items: expectation },
          claims: { type: "array", items: claim, minItems: 1 },
        },
        required: ["calendar"],
        additionalProperties: false,
      },
    },
    required: ["name", "integration", "connector", "now", "caller", "persona", "goal", "outcome"],
    additionalProperties: false,
  };
}
