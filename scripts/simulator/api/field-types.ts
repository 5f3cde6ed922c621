/** Types of the fields a body may leave out: what is given must be of the right one. */
import { invalidFields } from "./errors.ts";
import type { JsonObject } from "./json.ts";

type FieldType = "text" | "integer" | "number" | "boolean";

const named: { readonly [type in FieldType]: string } = {
  text: "a text",
  integer: "an integer",
  number: "a number",
  boolean: "a boolean",
};

/**
 * Throws 422 with a field map for every field that is given and of another type. Real Altegio may convert some of
 * them in silence, and to what is not documented: a text for a flag is true in PHP, whatever it says.
 *
 * @param at goes before the names in the answer, as in `services.0.`
 */
export function demandTypes(body: JsonObject, types: { readonly [field: string]: FieldType }, at = ""): void {
  const wrong = Object.entries(types).filter(([field, type]) => {
    const value = body[field] ?? null;
    const given = type === "text" ? "string" : type === "integer" ? "number" : type;
    return value !== null && (typeof value !== given || (type === "integer" && !Number.isInteger(value)));
  });
  if (wrong.length > 0) {
    throw invalidFields(
      Object.fromEntries(wrong.map(([field, type]) => [`${at}${field}`, `The value must be ${named[type]}`])),
    );
  }
}
