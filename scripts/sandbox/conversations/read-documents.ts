/** Reads what is written down as YAML and has a schema; a fault is told with its place and what to do about it. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ErrorObject, ValidateFunction } from "ajv";
import { isNode, LineCounter, parseAllDocuments, type Document } from "yaml";
import { nearestName } from "../../model/nearest-name.ts";

/** How the documents of a text are read. */
export interface DocumentForm<Value> {
  /** What one of them is: `conversation`. */
  readonly what: string;
  /** The name the text is reported under. */
  readonly file: string;
  /** Fills in what follows from the rest, before it is checked. */
  readonly prepare: (value: unknown) => unknown;
  /** A text holds one of them only. */
  readonly isSingle?: boolean;
  /** Compiled with `allErrors` and `verbose`. */
  readonly isValid: ValidateFunction<Value>;
}

/** A text that is not what it should be. The message names every fault with its place, a line each. */
export class ScriptError extends Error {}

/** The file, or all `.yaml` files of the folder, sorted. @throws the error of the disk when there is no such place */
export function yamlFilesAt(place: string): string[] {
  return statSync(place).isDirectory()
    ? readdirSync(place)
        .filter((name) => name.endsWith(".yaml"))
        .sort()
        .map((name) => join(place, name))
    : [place];
}

/** The documents of one text. @throws ScriptError */
export function parseDocuments<Value>(text: string, form: DocumentForm<Value>): Value[] {
  const lineCounter = new LineCounter();
  const placeAt = (offset: number): string => {
    const { line, col } = lineCounter.linePos(offset);
    return `${form.file}:${String(line)}:${String(col)}`;
  };
  const refusal = (faults: readonly string[]): ScriptError =>
    new ScriptError(`This is no ${form.what}:\n${faults.join("\n")}`);
  const documents = parseAllDocuments(text, { merge: true, lineCounter, prettyErrors: false });
  if (!Array.isArray(documents) || (form.isSingle === true && documents.length === 0)) {
    throw refusal([`${placeAt(0)}: The file is empty.`]);
  }
  if (form.isSingle === true && documents.length > 1) {
    throw refusal([
      `${placeAt(documents[1]?.range[0] ?? 0)}: Write each ${form.what} into a file of its own.`,
    ]);
  }
  return documents.map((document) => {
    const complaints = document.errors.map(({ message, pos }) => `${placeAt(pos[0])}: ${message}`);
    if (complaints.length > 0) {
      throw refusal(complaints);
    }
    const value = form.prepare(document.toJS());
    if (!form.isValid(value)) {
      const faults = form.isValid.errors ?? [];
      throw refusal(
        faults.map((fault) => `${placeAt(offsetOf(document, fault.instancePath))}: ${describeFault(fault)}`),
      );
    }
    return value;
  });
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

function describeFault(fault: ErrorObject): string {
  const { instancePath, message = "", params } = fault;
  const place = instancePath === "" ? "it" : instancePath.slice(1);
  const name: unknown = params["additionalProperty"];
  return `${place} ${message}${typeof name === "string" ? `: ${name}` : ""}.${adviceFor(fault)}`;
}

/** What to write instead, where that can be told; begins with a blank. */
function adviceFor({ params, parentSchema }: ErrorObject): string {
  const { additionalProperty, missingProperty, allowedValues } = params as Readonly<Record<string, unknown>>;
  if (typeof additionalProperty === "string") {
    const known = Object.keys((parentSchema?.["properties"] ?? {}) as object);
    const nearest = nearestName(additionalProperty, known);
    return nearest === "" ? ` It may have: ${known.join(", ")}.` : ` Did you mean ${nearest}?`;
  }
  if (typeof missingProperty === "string") {
    return ` Add ${missingProperty}.`;
  }
  return Array.isArray(allowedValues) ? ` Write one of: ${allowedValues.join(", ")}.` : "";
}
