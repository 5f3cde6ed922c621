/** Reads conversations that are written down as YAML. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { isNode, LineCounter, parseAllDocuments, type Document } from "yaml";
import { fillValue, placeholdersOf } from "./placeholders.ts";
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

/** A text that is no conversation. The message names every fault with its place, a line each. */
export class ScriptError extends Error {}

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
  return filesAt(place).flatMap((path) => {
    const file = nameOf(path);
    const options = { file, ...(date === undefined ? {} : { date }) };
    return parseConversations(readFileSync(path, "utf8"), words, options).map((script) => ({ file, script }));
  });
}

function filesAt(place: string): string[] {
  return statSync(place).isDirectory()
    ? readdirSync(place)
        .filter((name) => name.endsWith(".yaml"))
        .sort()
        .map((name) => join(place, name))
    : [place];
}

/** The conversations of one text. @throws ScriptError */
export function parseConversations(
  text: string,
  words: ServiceWords,
  options: ReadOptions = {},
): ConversationScript[] {
  const lineCounter = new LineCounter();
  const placeAt = (offset: number): string => {
    const { line, col } = lineCounter.linePos(offset);
    return `${options.file ?? "text"}:${String(line)}:${String(col)}`;
  };
  const documents = parseAllDocuments(text, { merge: true, lineCounter, prettyErrors: false });
  if (!Array.isArray(documents)) {
    throw new ScriptError(`${placeAt(0)}: It holds no conversation.`);
  }
  const isConversation = validatorOf(words);
  return documents.map((document) => {
    const complaints = document.errors.map(({ message, pos }) => `${placeAt(pos[0])}: ${message}`);
    if (complaints.length > 0) {
      throw refusal(complaints);
    }
    const value = withDate(document.toJS(), options.date);
    if (!isConversation(value)) {
      const faults = isConversation.errors ?? [];
      throw refusal(
        faults.map((fault) => `${placeAt(offsetOf(document, fault.instancePath))}: ${describeFault(fault)}`),
      );
    }
    return value;
  });
}

function refusal(faults: readonly string[]): ScriptError {
  return new ScriptError(`This is no conversation:\n${faults.join("\n")}`);
}

const ajv = new Ajv({ allErrors: true, strict: false, allowUnionTypes: true });
const validators = new WeakMap<ServiceWords, ValidateFunction<ConversationScript>>();

function validatorOf(words: ServiceWords): ValidateFunction<ConversationScript> {
  const known = validators.get(words) ?? ajv.compile<ConversationScript>(conversationSchema(words));
  validators.set(words, known);
  return known;
}

/** Fills in what the day decides. What is not of the right form is left to the schema. */
function withDate(value: unknown, replaced: string | undefined): unknown {
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

/** Where the value at a JSON pointer stands, or the nearest one around it: a part may be taken from elsewhere. */
function offsetOf(document: Document, pointer: string): number {
  const path = pointer
    .split("/")
    .slice(1)
    .map((name) => (/^\d+$/u.test(name) ? Number(name) : name));
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range !== undefined && node.range !== null) {
      return node.range[0];
    }
  }
  return 0;
}

function describeFault({ instancePath, message = "", params }: ErrorObject): string {
  const place = instancePath === "" ? "it" : instancePath.slice(1);
  const name: unknown = params["additionalProperty"];
  return `${place} ${message}${typeof name === "string" ? `: ${name}` : ""}`;
}
