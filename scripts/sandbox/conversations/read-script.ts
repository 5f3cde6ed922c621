/** Reads conversations that are written down as YAML. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { fillValue, placeholdersOf } from "./placeholders.ts";
import { parseDocuments, yamlFilesAt } from "./read-documents.ts";
import type { ConversationScript } from "./script.ts";
import { conversationSchema } from "./script-schema.ts";
import type { ServiceWords } from "./service.ts";

/** A conversation and the file it stands in. */
export interface FoundScript {
  readonly file: string;
  readonly script: ConversationScript;
}

/** How a text is read. */
interface ReadOptions {
  /** The name the text is reported under. */
  readonly file?: string;
  /** Replaces the day the conversations say they are about. */
  readonly date?: string;
}

/**
 * The conversations of a file, or of all `.yaml` files of a folder, sorted by file; a file may hold several documents.
 *
 * @param date replaces the day they say they are about
 * @param nameOf what a file is called in the result and in messages; its bare name when left out
 * @throws ScriptError; the error of the disk when there is no such place
 */
export function readConversations(
  place: string,
  words: ServiceWords,
  date?: string,
  nameOf: (path: string) => string = (path) => basename(path),
): FoundScript[] {
  return yamlFilesAt(place).flatMap((path) => {
    const file = nameOf(path);
    const options = { file, ...(date === undefined ? {} : { date }) };
    return parseConversations(readFileSync(path, "utf8"), words, options).map((script) => ({ file, script }));
  });
}

/** The conversations of one text. @throws ScriptError */
export function parseConversations(
  text: string,
  words: ServiceWords,
  options: ReadOptions = {},
): ConversationScript[] {
  return parseDocuments(text, {
    what: "conversation",
    file: options.file ?? "text",
    prepare: (value) => withDay(value, options.date),
    isValid: validatorOf(words),
  });
}

const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, allowUnionTypes: true });
const validators = new WeakMap<ServiceWords, ValidateFunction<ConversationScript>>();

function validatorOf(words: ServiceWords): ValidateFunction<ConversationScript> {
  const known = validators.get(words) ?? ajv.compile<ConversationScript>(conversationSchema(words));
  validators.set(words, known);
  return known;
}

/**
 * Fills in what the day decides: when it begins, and the placeholders. What is not of the right form is left to the
 * schema.
 *
 * @param replaced the day instead of the one that is written
 */
export function withDay(value: unknown, replaced?: string): unknown {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const date = replaced ?? ("date" in value ? value.date : undefined);
  const day = typeof date === "string" ? Date.parse(`${date}T08:00:00Z`) : NaN;
  if (typeof date !== "string" || Number.isNaN(day)) {
    return value;
  }
  const now = new Date(day - 24 * 60 * 60 * 1000).toISOString().replace(".000Z", "Z");
  return fillValue({ now, ...value, date }, placeholdersOf(date));
}
