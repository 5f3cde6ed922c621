/** A JSON schema together with the cases that prove it. */
import type { CatalogueName } from "../problem-catalogue.ts";

/** A schema node. `problems` says which catalogue entry a violated keyword is reported as. */
export interface SchemaNode {
  readonly type?: "string" | "boolean" | "integer" | "array" | "object";
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly enum?: readonly string[];
  readonly not?: { readonly enum: readonly string[] };
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly problems?: Readonly<Record<string, CatalogueName>>;
}

/** A value the schema must refuse, why, and the one problem it must be reported as. */
interface AntiExample {
  readonly example: unknown;
  readonly reason: string;
  readonly problem: CatalogueName;
}

/** One schema with values it must accept and values it must refuse; the tests run all of them. */
export interface SchemaCase {
  readonly title: string;
  readonly schema: SchemaNode;
  readonly examples: readonly unknown[];
  readonly antiExamples: readonly AntiExample[];
}

/**
 * An object schema in which no other properties are allowed.
 *
 * @param optional names of the properties that may be left out; none by default
 */
export function closedObject(
  properties: Readonly<Record<string, SchemaNode>>,
  optional: readonly string[] = [],
): SchemaNode {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", properties, required, additionalProperties: false };
}

/** A list of `items`. */
export function listOf(items: SchemaNode): SchemaNode {
  return { type: "array", items };
}

/** A copy of an example without one of its properties. */
export function without(example: object, property: string): object {
  return Object.fromEntries(Object.entries(example).filter(([name]) => name !== property));
}
