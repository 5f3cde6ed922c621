/** Parsers that give a result instead of raising. Written in the handlers' subset: one source, two runtimes. */
import { uncheckedDecimal, uncheckedInteger, uncheckedJson } from "./intrinsics.ts";
import type { JsonValue } from "./types.ts";

/** What `parseJson` gives: `value` is null when `ok` is false. */
export interface ParsedJson {
  readonly ok: boolean;
  readonly value: JsonValue;
}

/** What `toInteger` gives: `value` is 0 when `ok` is false. */
export interface ParsedInteger {
  readonly ok: boolean;
  readonly value: number;
}

/**
 * Parses JSON text without ever raising: truncated bodies, HTML and empty text give `ok: false`, and so do
 * nesting deeper than 40 levels and texts of more than a million characters. What it costs grows as the text does,
 * whatever the text is.
 *
 * A number is given as a number only when it is an integer of at most 15 digits (`1.0` is 1). Decimals,
 * exponents and longer numbers are given as the text that stood there, so that a price and a long id keep
 * all their digits in both runtimes. Halves of surrogate pairs are dropped.
 */
export function parseJson(text: string): ParsedJson {
  if (text.length > 1_000_000) {
    return { ok: false, value: null };
  }
  // Every escape is a character like others, then every string is "". A quote that opens no string stays, alone; the
  // next try begins at the next quote, so that no character is looked at twice.
  const bare = text
    .replace(/\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/gu, "?")
    .replace(/"[ !#-[\]-\u{10ffff}]*"/gu, '""');
  // The shape: every scalar is 0, then every container.
  let shape = bare
    // Quotes with blanks between them are no JSON, but would look like an empty string without the blanks.
    .replace(/"[ \t\n\r]+"/gu, "?")
    .replace(/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/gu, "0")
    .replace(/[ \t\n\r]+/gu, "");
  for (let depth = 0; depth < 40; depth += 1) {
    const inner = shape;
    shape = inner.replace(/\[(?:(?:0|"")(?:,(?:0|""))*)?\]|\{(?:"":(?:0|"")(?:,"":(?:0|""))*)?\}/gu, "0");
    if (shape === inner) {
      break;
    }
  }
  if (shape !== "0" && shape !== '""') {
    return { ok: false, value: null };
  }
  let read = text;
  if (/\\u[dD][89a-fA-F]/u.test(read)) {
    read = read.replace(
      /(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\[^u])|\\u[dD][89a-fA-F][0-9a-fA-F]{2}/gu,
      "$1",
    );
  }
  if (/[0-9][.eE]|[0-9]{16}/u.test(bare)) {
    read = read
      .replace(/("[^"\\]*(?:\\[^][^"\\]*)*"|[0-9]+)(?:\.0+(?![0-9eE]))?/gu, "$1")
      .replace(
        /"([^"\\]*(?:\\[^][^"\\]*)*)"|(-?(?:[0-9]{16,}|[0-9]{1,15}(?=[.eE]))(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)/gu,
        '"$1$2"',
      );
  }
  return { ok: true, value: uncheckedJson(read) };
}

/**
 * The same with decimals and exponents as numbers, for the programs that have decimals: what `JSON.parse` gives. A number
 * of more than 15 digits before the point stays the text that stood there. In Node nothing calls it.
 */
export function readJson(text: string): ParsedJson {
  const parsed = parseJson(text);
  const bare = text.replace(/"[^"\\]*(?:\\[^][^"\\]*)*"/gu, "");
  if (!parsed.ok || !/[0-9][.eE]/u.test(bare)) {
    return parsed;
  }
  const read = text.replace(
    /(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\[^u])|\\u[dD][89a-fA-F][0-9a-fA-F]{2}/gu,
    "$1",
  );
  // With more than 15 digits a number may be whole that does not look so, and one with an exponent often is.
  if (/[0-9][0-9.]{15}[0-9]|[0-9][eE]/u.test(bare)) {
    const settled = read.replace(
      /"[^"\\]*(?:\\[^][^"\\]*)*"|-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/gu,
      (part) => (part.startsWith('"') ? part : settledNumber(part)),
    );
    return { ok: true, value: uncheckedJson(settled) };
  }
  const whole = read.replace(/("[^"\\]*(?:\\[^][^"\\]*)*"|[0-9]+)(?:\.0+(?![0-9]))?/gu, "$1");
  return { ok: true, value: uncheckedJson(whole) };
}

/** A number in JSON text as both languages read it alike: a whole one without a point, one that is too long as a text. */
function settledNumber(digits: string): string {
  if (/^-?[0-9]{1,15}$/u.test(digits)) {
    return digits;
  }
  const value = uncheckedDecimal(digits);
  return /^-?[0-9]{16}/u.test(digits) || value > 999999999999999 || value < -999999999999999
    ? `"${digits}"`
    : String(value);
}

/** Reads an integer of at most 15 digits, blanks around it allowed; anything else gives `ok: false`. */
export function toInteger(text: string): ParsedInteger {
  const digits = text.trim();
  if (!/^[+-]?[0-9]{1,15}$/u.test(digits)) {
    return { ok: false, value: 0 };
  }
  return { ok: true, value: uncheckedInteger(digits) };
}

/**
 * An integer of at most 15 digits, without blanks; 0 for anything else. One expression, so that a call costs no skill of
 * its own: times and dates are read digit by digit, and there are many of them.
 */
export function asInteger(text: string): number {
  return /^[+-]?[0-9]{1,15}$/u.test(text) ? uncheckedInteger(text) : 0;
}
