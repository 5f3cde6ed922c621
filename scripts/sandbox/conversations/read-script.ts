/** Reads conversations that are written down as YAML. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ErrorObject } from "ajv";
import { parseAllDocuments } from "yaml";
import type { ConversationScript } from "./script.ts";
import { conversationSchema } from "./script-schema.ts";

const ajv = new Ajv({ allErrors: true, strict: false, allowUnionTypes: true });
const isConversation = ajv.compile<ConversationScript>(conversationSchema);

/** A conversation and the file it stands in. */
export interface FoundScript {
  readonly file: string;
  readonly script: ConversationScript;
}

/**
 * All conversations of the `.yaml` files in a folder, sorted by file; a file may hold several documents.
 *
 * @throws Error that names the file and what is wrong with it
 */
export function readConversations(folder: string): FoundScript[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort();
  return files.flatMap((file) => {
    try {
      return parseConversations(readFileSync(join(folder, file), "utf8")).map((script) => ({ file, script }));
    } catch (error) {
      throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
  });
}

/** The conversations of one text. @throws Error that says what is wrong with it */
export function parseConversations(text: string): ConversationScript[] {
  const documents = parseAllDocuments(text, { merge: true });
  if (!Array.isArray(documents)) {
    throw new Error("it holds no conversation");
  }
  return documents.map((document) => {
    const [fault] = document.errors;
    if (fault !== undefined) {
      throw new Error(fault.message);
    }
    const value: unknown = document.toJS();
    if (!isConversation(value)) {
      throw new Error((isConversation.errors ?? []).map(describeFault).join("; "));
    }
    return value;
  });
}

function describeFault({ instancePath, message = "", params }: ErrorObject): string {
  const place = instancePath === "" ? "the conversation" : instancePath.slice(1);
  const name: unknown = params["additionalProperty"];
  return `${place} ${message}${typeof name === "string" ? `: ${name}` : ""}`;
}
