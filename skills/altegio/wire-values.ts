/** Values as PHP sends them: flags as 0/1 or text, numbers as text (docs/altegio-api.md, "Values on the wire"). */
import { asBoolean, asText, plainText, asInteger } from "#sdk";
import type { JsonValue } from "#sdk";

/** True for `true`, `1`, `"1"` and `"true"`. */
export function wireFlag(value: JsonValue): boolean {
  return asBoolean(value) || ["1", "true"].includes(asText(value).toLowerCase());
}

/**
 * An id as digits, "" for anything else: ids go into addresses. One expression, because every service has one.
 */
export function wireId(value: JsonValue): string {
  return asText(value).replace(/^(?![0-9]{1,20}$)[\s\S]*$/u, "");
}

/** A whole number from a number or its text, 0 for anything else. */
export function wireInteger(value: JsonValue): number {
  return asInteger(asText(value).trim());
}

/** A price as decimal text, `12.50` from 12.5, a number or its text; "" for anything else. */
export function wirePrice(value: JsonValue): string {
  // Through JSON text, because a handler's numbers are integers. One expression, because each service of each
  // member has two prices, and a call of anything longer costs a millisecond.
  return JSON.stringify(value)
    .replaceAll('"', "")
    .trim()
    .replace(/^(?![0-9]+(?:[.][0-9]+)?$).*$/u, "")
    .replace(/(?<=[.][0-9])$/u, "0");
}

/** A name somebody typed in Altegio, fit for one line of a prompt, of at most 120 characters. */
export function wireName(value: JsonValue): string {
  return plainText(asText(value)).replace(/^(.{120}).+$/u, "$1");
}
