/** Runs a schema over a value and turns what ajv finds into catalogue entries with a path: one for one mistake. */
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { nearestName } from "./nearest-name.ts";
import { catalogue, type CatalogueName } from "./problem-catalogue.ts";
import { makeProblem, type SourceSpan } from "./problem.ts";
import type { SchemaCase, SchemaNode } from "./schemas/schema-case.ts";
import { manyLinesCharacter, oneLineCharacter, scriptCharacter } from "./schemas/text.ts";
import { showForbiddenCharacter, showValue } from "./show-value.ts";
import type { Problem } from "./types.ts";

/** Where in a value something is wrong: property names and list positions from the root. */
export type ValuePath = readonly (string | number)[];

/** One mistake in a value's shape. */
export interface ShapeFault {
  readonly name: CatalogueName;
  /** The object the mistake is in, and the property of it; the property may be absent or unknown there. */
  readonly path: ValuePath;
  /** True when the value is not usable at all by the checks that follow. */
  readonly structural: boolean;
  /** Makes the problem, once it is known how the sources call the object. */
  readonly describe: (subject: string, property: string, span: SourceSpan | null) => Problem;
}

// The schemas are the project's own: that they are schemas is for their tests to check, not for each build.
const ajv = new Ajv({ allErrors: true, verbose: true, strict: true, meta: false, validateSchema: false });
ajv.addKeyword("problems");
const compiled = new Map<SchemaNode, ValidateFunction>();

/**
 * All mistakes in the shape of `value`, in the order of the schema.
 * Throws when the schema uses a keyword this module has no words for, which the schemas' own cases rule out.
 */
export function findShapeFaults(schemaCase: SchemaCase, value: unknown): ShapeFault[] {
  let validate = compiled.get(schemaCase.schema);
  if (validate === undefined) {
    validate = ajv.compile(schemaCase.schema);
    compiled.set(schemaCase.schema, validate);
  }
  validate(value);
  const errors = validate.errors ?? [];
  return errors.filter((error) => isOwnMistake(error, errors)).map((error) => faultOf(error, value));
}

/** Empty text also misses patterns; the emptiness is the mistake. */
function isOwnMistake(error: ErrorObject, all: readonly ErrorObject[]): boolean {
  return (
    error.keyword === "minLength" ||
    !all.some((other) => other.keyword === "minLength" && other.instancePath === error.instancePath)
  );
}

function faultOf(error: ErrorObject, root: unknown): ShapeFault {
  const node = error.parentSchema as SchemaNode;
  const own = pathOf(error.instancePath, root);
  const actual = showValue(error.data);
  switch (error.keyword) {
    case "required": {
      const missing = String(error.params["missingProperty"]);
      return fault("missingProperty", [...own, missing], true, (subject, property, span) =>
        makeProblem(catalogue.missingProperty, { subject, property }, span),
      );
    }
    case "additionalProperties": {
      const unknown = String(error.params["additionalProperty"]);
      const allowed = Object.keys(node.properties ?? {});
      const args = { allowed, nearest: nearestName(unknown, allowed), actual };
      return fault("unknownProperty", [...own, unknown], false, (subject, property, span) =>
        makeProblem(catalogue.unknownProperty, { ...args, subject, property }, span),
      );
    }
    case "enum": {
      const allowed = node.enum ?? [];
      const args = { allowed, nearest: nearestName(String(error.data), allowed), actual };
      return fault("notOneOf", own, false, (subject, property, span) =>
        makeProblem(catalogue.notOneOf, { ...args, subject, property }, span),
      );
    }
    default: {
      const name = node.problems?.[error.keyword] ?? defaultName(error.keyword, node);
      const structural = error.keyword === "type";
      return fault(name, own, structural, (subject, property, span) =>
        describeSimple(name, { subject, property, actual }, error, node, span),
      );
    }
  }
}

function fault(
  name: CatalogueName,
  path: ValuePath,
  structural: boolean,
  describe: ShapeFault["describe"],
): ShapeFault {
  return { name, path, structural, describe };
}

function defaultName(keyword: string, node: SchemaNode): CatalogueName {
  if (keyword === "type") {
    return node.type === "string" ? "notText" : "wrongType";
  }
  if (keyword === "minLength") {
    return "emptyText";
  }
  if (keyword === "maxLength") {
    return "longTitle";
  }
  throw new Error(`A schema uses the keyword ${keyword} without naming its problem.`);
}

function describeSimple(
  name: CatalogueName,
  args: { subject: string; property: string; actual: string },
  error: ErrorObject,
  node: SchemaNode,
  span: SourceSpan | null,
): Problem {
  switch (name) {
    case "longTitle":
      return makeProblem(catalogue.longTitle, { ...args, length: [...String(error.data)].length }, span);
    case "controlCharacter":
      return makeProblem(catalogue.controlCharacter, { ...args, character: badCharacter(error, node) }, span);
    case "wrongType":
      return makeProblem(catalogue.wrongType, { ...args, expected: expectation(node) }, span);
    case "notText":
    case "emptyText":
    case "yamlSpecialText":
    case "noConditions":
    case "notSnakeCase":
    case "notPascalCase":
    case "notPrefix":
    case "notIdentifier":
    case "badVersion":
    case "anonymousHandler":
      return makeProblem(catalogue[name], args, span);
    default:
      throw new Error(`A schema names ${name}, which is no mistake of shape.`);
  }
}

function badCharacter(error: ErrorObject, node: SchemaNode): string {
  const allowed = [oneLineCharacter, manyLinesCharacter, scriptCharacter].find(
    (one) => node.pattern === `^${one}*$`,
  );
  return showForbiddenCharacter(String(error.data), new RegExp(allowed ?? ".", "u"));
}

function expectation(node: SchemaNode): string {
  const words = {
    string: "text",
    boolean: "true or false",
    integer: "a whole number from 1",
    array: "a list",
    object: "an object",
  };
  return node.type === undefined ? "something else" : words[node.type];
}

/** A JSON pointer as a path; list positions become numbers. */
function pathOf(pointer: string, root: unknown): ValuePath {
  let value = root;
  return pointer
    .split("/")
    .slice(1)
    .map((part) => {
      const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
      const isPosition = Array.isArray(value);
      value = (value as Readonly<Record<string, unknown>>)[name];
      return isPosition ? Number(name) : name;
    });
}
