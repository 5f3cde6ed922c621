/**
 * `Number(text)` and `parseInt(text)` for the runtime that has no NaN and no decimals: null is NaN, and a number that is
 * no integer of at most 15 digits stops the skill. Written in the handlers' subset; in Node nothing calls it.
 */
import { uncheckedInteger } from "./intrinsics.ts";

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
