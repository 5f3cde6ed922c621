/** Whose appointments a caller asks for. */
import { asText, plainText, property } from "#sdk";
import type { JsonObject, JsonValue } from "#sdk";
import { textField } from "../hearing/read-fields.ts";

/** "" for what was not said. */
export interface LookupWish {
  readonly fullName: string;
  readonly phone: string;
}

/** The names the model fills in. */
export const lookupSchema = {
  type: "object",
  properties: {
    full_name: {
      type: "string",
      description: "Name the appointments are under, as the caller said it; empty if the caller said none.",
    },
    phone: {
      type: "string",
      description: "Phone number the caller said the appointments are under; empty if none.",
    },
  },
  required: ["full_name", "phone"],
  additionalProperties: false,
} as const satisfies JsonObject;

/** Reads a wish. Lines of a name stay apart, because several lines are several names. */
export function readLookupWish(value: JsonValue): LookupWish {
  const name = asText(property(value, "full_name")).trim();
  return {
    fullName: plainText(name.replace(/[\r\n\u2028\u2029]+/gu, "; ")),
    phone: textField(value, "phone"),
  };
}
