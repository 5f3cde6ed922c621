/** Safe readers for JSON that came from outside. Each is one expression, so the compiler inlines it. */
import type { JsonObject, JsonValue } from "./types.ts";

/** The value as an object, or null when it is anything else (a PHP-style `[]` included). */
export function asObject(value: JsonValue | undefined): JsonObject | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** The value as a list, empty when it is anything else. */
export function asList(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

/** The value as text: text (also a decimal, see `parseJson`) as it stands, an integer printed, else "". */
export function asText(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : Number.isInteger(value) ? String(value) : "";
}

/** The value as an integer, or `fallback` when it is not one. Text is not converted: see `toInteger`. */
export function asNumber(value: JsonValue | undefined, fallback: number): number {
  return typeof value === "number" && Number.isInteger(value) ? value : fallback;
}

/** True only for the JSON value `true`. */
export function asBoolean(value: JsonValue | undefined): boolean {
  return typeof value === "boolean" ? value : false;
}

/** One property of a value that may not be an object; null when it is absent. */
export function property(value: JsonValue | undefined, name: string): JsonValue {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? ((value as JsonObject)[name] ?? null)
    : null;
}
