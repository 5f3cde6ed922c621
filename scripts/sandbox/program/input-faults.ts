/** What is wrong with a file a program shall be run with, in sentences that name the key. */
import { Ajv, type ErrorObject } from "ajv";
import { nearestName } from "../../model/nearest-name.ts";
import { showValue } from "../../model/show-value.ts";
import { type InputSchema, inputSchema } from "./input-schema.ts";
import { findTimeFault } from "./time-fault.ts";

const ajv = new Ajv({ allErrors: true, verbose: true, strictTypes: false });
ajv.addKeyword("words");
ajv.addKeyword("range");
const validate = ajv.compile(inputSchema);

/**
 * Every mistake, a sentence or two each; none when the value is a `ProgramInput`.
 *
 * @param takesInput whether `main` takes an input, so that the file must hold one
 */
export function findInputFaults(value: unknown, takesInput: boolean): readonly string[] {
  validate(value);
  const errors = (validate.errors ?? []).filter(isOwnMistake);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return [`It must hold an object such as {"input": ...}, not ${showValue(value)}.`];
  }
  const faults = errors.map(describe);
  if ("now" in value && typeof value.now === "string") {
    faults.push(...findTimeFault("now", value.now));
  }
  if (takesInput && !("input" in value)) {
    const isUnwrapped = errors.some(
      ({ keyword, instancePath }) => isUnknownKey(keyword) && instancePath === "",
    );
    faults.push(
      isUnwrapped
        ? "What `main` is given stands under `input`."
        : '`input` is missing: `main` takes one. Write `"input": null` to give it nothing.',
    );
  }
  return faults;
}

/** The branches of a choice fail with it; a value of the wrong type also misses the range. */
function isOwnMistake(error: ErrorObject, _index: number, all: readonly ErrorObject[]): boolean {
  const { words } = error.parentSchema as InputSchema;
  const isWrongType = all.some(
    (other) => other.keyword === "type" && other.instancePath === error.instancePath,
  );
  return words !== undefined && (error.keyword === "type" || !isWrongType);
}

function isUnknownKey(keyword: string): boolean {
  return keyword === "additionalProperties";
}

function describe(error: ErrorObject): string {
  const { properties = {}, words, range, type } = error.parentSchema as InputSchema;
  const owner = pathOf(error.instancePath);
  const actual = showValue(error.data);
  if (isUnknownKey(error.keyword)) {
    const unknown = String(error.params["additionalProperty"]);
    const known = Object.keys(properties);
    const nearest = nearestName(unknown, known);
    const advice = nearest === "" ? `There are ${known.join(", ")}.` : `Did you mean \`${nearest}\`?`;
    return `\`${childOf(owner, unknown)}\` is no key here. ${advice}`;
  }
  if (error.keyword === "required") {
    return `\`${childOf(owner, String(error.params["missingProperty"]))}\` is missing.`;
  }
  if (error.keyword !== "type") {
    return `\`${owner}\` must be ${range ?? ""}, not ${actual}.`;
  }
  return `\`${owner}\` must be ${words ?? ""}, not ${actual}.${type === "string" ? asText(error.data) : ""}`;
}

/** How a value that should have been a text is written as one. */
function asText(value: unknown): string {
  if (value === null) {
    return "";
  }
  const json = JSON.stringify(value);
  return typeof value === "object"
    ? ` Write its JSON as a text: ${JSON.stringify(json)}.`
    : ` Write ${JSON.stringify(json)}.`;
}

/** `/responses/0/status` -> `responses[0].status`. */
function pathOf(pointer: string): string {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : childOf(path, part)), "");
}

function childOf(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
