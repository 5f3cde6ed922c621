/**
 * Operations that exist as one construct in each runtime and are unsafe on their own: the checked
 * functions of `parse.ts` prove their input first. The compiler knows these names; handlers use `parse.ts`.
 */
import type { JsonValue } from "./types.ts";

/** `JSON.parse` / `json.loads`. The text must already be proven to be JSON. */
export function uncheckedJson(text: string): JsonValue {
  return JSON.parse(text) as JsonValue;
}

/** `parseInt` / the `int` filter. The text must already match `[+-]?[0-9]{1,15}`. */
export function uncheckedInteger(text: string): number {
  return Number.parseInt(text, 10);
}

/** `Number` / `json.loads`, a whole one as an integer. The text must already be a number as JSON has it. */
export function uncheckedDecimal(text: string): number {
  return Number(text);
}

/** The value as one of a type nobody has proven it to be of: NSL has no types. The caller knows what made it. */
export function unchecked<Type>(value: unknown): Type {
  return value as Type;
}

/** What a function was handed for it to change, or has given back: nobody else has it, and it is of the type it had. */
export function owned<Type>(value: unknown): Type {
  return value as Type;
}

/** A date that is used as no number can be, for the reason told: it is refused. */
export function anotherUse<Given, Read = Given>(...use: readonly [value: Given, reason: string]): Read {
  return use[0] as unknown as Read;
}

/** Percent-encodes everything but letters, digits and `-_.~`; half surrogate pairs become U+FFFD. */
export function encodeQuery(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * A record without entries that inherits nothing, for names that come from outside: `counts[name] ?? 0` finds only what
 * was put there, whatever the name is. It is kept in a `const`.
 */
export function emptyRecord<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>;
}
