/**
 * `Number(text)` and `parseInt(text)` for the runtime that has no NaN: null is NaN. A number of more than 15 digits stops
 * the skill, and so does a decimal in a program that counts in integers. Written in the handlers' subset; in Node nothing calls it.
 */
import { uncheckedDecimal, uncheckedInteger } from "./intrinsics.ts";

const INTEGER = /^[+-]?[0-9]{1,15}$/u;
const OTHER = /^[+-]?(?:Infinity|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)$|^0[bBoOxX][0-9a-fA-F]+$/u;

/** What `Number(text)` gives: null for NaN. A decimal and a number of more digits stop the skill. */
export function readNumber(text: string): number | null {
  const digits = text.trim();
  if (digits === "" || INTEGER.test(digits)) {
    return digits === "" ? 0 : uncheckedInteger(digits);
  }
  if (OTHER.test(digits)) {
    throw new Error("Number() of a text that is no integer of at most 15 digits");
  }
  return null;
}

/** The same where a number may be a decimal. One with an exponent stops the skill. */
export function readDecimal(text: string): number | null {
  const parts = text.trim().match(/^([+-]?)0*([0-9]{0,15})\.([0-9]*)$/u);
  if (parts === null || `${parts[2] ?? ""}${parts[3] ?? ""}` === "") {
    return readNumber(text);
  }
  const [, sign, whole = "", fraction = ""] = parts;
  return uncheckedDecimal(
    `${sign === "-" ? "-" : ""}${whole === "" ? "0" : whole}.${fraction === "" ? "0" : fraction}`,
  );
}

/** What `parseFloat(text)` gives: the number the text begins with, null for NaN. */
export function readLeadingDecimal(text: string): number | null {
  const digits = text
    .trim()
    .match(/^[+-]?(?:Infinity|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)/u)?.[0];
  return digits === undefined ? null : readDecimal(digits);
}

/** The same where only integers are asked for: null also for a decimal. */
export function readInteger(text: string): number | null {
  return /^[+-]?[0-9]*\.[0-9]*[1-9][0-9]*$/u.test(text.trim()) ? null : readNumber(text);
}

/** What `parseInt(text, 10)` gives: the integer the text begins with, null for NaN. */
export function readLeadingInteger(text: string): number | null {
  const digits = text.trim().match(/^[+-]?[0-9]+/u)?.[0] ?? "";
  if (digits === "") {
    return null;
  }
  if (!INTEGER.test(digits)) {
    throw new Error("parseInt() of a text of more than 15 digits");
  }
  return uncheckedInteger(digits);
}
