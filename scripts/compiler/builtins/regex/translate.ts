/** JavaScript regular expressions as Python ones: the common subset, character for character. */
import { differentMatches } from "./regex-shape.ts";

/** A translated pattern, or why it cannot be translated. */
export type RegexTranslation =
  | { readonly ok: true; readonly pattern: string; readonly global: boolean }
  | { readonly ok: false; readonly reason: string };

const CLASS_ESCAPES: Readonly<Record<string, string>> = {
  d: "0-9",
  w: "A-Za-z0-9_",
  s: "\\t\\n\\x0b\\x0c\\r \\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff",
};

const CONTROL = "fnrtv";
const LINE_ENDS = "\\n\\r\\u2028\\u2029";

/**
 * Translates a literal such as `/a+b/gu`.
 *
 * The `u` flag is asked for, because without it JavaScript matches halves of surrogate pairs; `i` only
 * without letters beyond ASCII. `$` becomes `\Z` (Python's `$` also matches before a last newline), `.`
 * and the shorthand classes are spelt out, because Python's are wider.
 */
export function translateRegex(literal: string): RegexTranslation {
  const end = literal.lastIndexOf("/");
  const source = literal.slice(1, end);
  const flags = literal.slice(end + 1);
  const refuse = (reason: string): RegexTranslation => ({ ok: false, reason });
  if (/[^giu]/.test(flags)) {
    return refuse(`the flag ${flags.replace(/[giu]/g, "")} has no equal`);
  }
  if (!flags.includes("u")) {
    return refuse("without the `u` flag an emoji counts as two characters");
  }
  if (flags.includes("i") && /[^\x20-\x7e]|\\[wWpPux]/.test(source)) {
    return refuse("the `i` flag folds letters beyond ASCII differently");
  }
  const difference = differentMatches(source, flags.includes("g"));
  if (difference !== null) {
    return refuse(difference);
  }
  const folds = flags.includes("i");
  let written = "";
  for (let at = 0; at < source.length;) {
    const step = source[at] === "[" ? translateClass(source, at, folds) : translateAtom(source, at, folds);
    if ("reason" in step) {
      return refuse(step.reason);
    }
    written += step.text;
    at = step.next;
  }
  return {
    ok: true,
    pattern: `${folds ? "(?ai)" : ""}${written}`,
    global: flags.includes("g"),
  };
}

type Step = { readonly text: string; readonly next: number } | { readonly reason: string };

/** Beyond ASCII, JavaScript folds the Kelvin sign to `k` and the long s to `s`. */
const FOLDED = [
  ["k", "\\u212a"],
  ["s", "\\u017f"],
] as const;

function translateAtom(source: string, at: number, folds: boolean): Step {
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
  const next = at + character.length;
  if (character === "\\") {
    return translateEscape(source, at, false);
  }
  if (character === ".") {
    return { text: `[^${LINE_ENDS}]`, next };
  }
  if (character === "$") {
    return { text: "\\Z", next };
  }
  if (source.startsWith("(?", at) && !/^\(\?(?::|=|!)/.test(source.slice(at))) {
    return { reason: "only plain, non-capturing and look-ahead groups are allowed" };
  }
  const folded = folds ? FOLDED.find(([letter]) => letter === character.toLowerCase()) : undefined;
  return { text: folded === undefined ? character : `[${character}${folded[1]}]`, next };
}

function translateEscape(source: string, at: number, inClass: boolean): Step {
  const letter = source[at + 1] ?? "";
  const next = at + 2;
  if (letter === "u" || letter === "x") {
    const digits = /^(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/.exec(source.slice(at + 1));
    const hex = digits?.[1] ?? digits?.[2] ?? digits?.[3];
    return digits === null || hex === undefined
      ? { reason: `the escape \\${letter} is incomplete` }
      : { text: codePointEscape(Number.parseInt(hex, 16)), next: at + 1 + digits[0].length };
  }
  const set = CLASS_ESCAPES[letter.toLowerCase()];
  if (set !== undefined) {
    const negated = letter !== letter.toLowerCase();
    if (inClass && negated) {
      return { reason: `\\${letter} inside a class` };
    }
    return { text: inClass ? set : `[${negated ? "^" : ""}${set}]`, next };
  }
  if (CONTROL.includes(letter)) {
    return { text: letter === "v" ? "\\x0b" : letter === "f" ? "\\x0c" : `\\${letter}`, next };
  }
  if (letter === "0") {
    return { text: "\\x00", next };
  }
  if (/[1-9]/.test(letter) && !inClass) {
    return { reason: "a back reference to a group that did not take part differs" };
  }
  if (/[A-Za-z]/.test(letter)) {
    return { reason: `the escape \\${letter} has no equal` };
  }
  return { text: `\\${letter}`, next };
}

function codePointEscape(code: number): string {
  return code <= 0xffff
    ? `\\u${code.toString(16).padStart(4, "0")}`
    : `\\U${code.toString(16).padStart(8, "0")}`;
}

function translateClass(source: string, at: number, folds: boolean): Step {
  let written = "[";
  let position = at + 1;
  if (source[position] === "^") {
    written += "^";
    position += 1;
  }
  if (source[position] === "]") {
    return { reason: "an empty class" };
  }
  while (source[position] !== "]") {
    const character = String.fromCodePoint(source.codePointAt(position) ?? 0);
    if (character === "\\") {
      const step = translateEscape(source, position, true);
      if ("reason" in step) {
        return step;
      }
      written += step.text;
      position = step.next;
      continue;
    }
    // Python warns of, or may one day read, set operations such as `[[` and `&&`.
    written += "[&~|".includes(character) ? `\\${character}` : character;
    position += character.length;
  }
  if (folds) {
    const members = new RegExp(`[${source.slice(at + 1, position).replace(/^\^/, "")}]`, "iu");
    written += FOLDED.filter(([letter]) => members.test(letter))
      .map(([, sign]) => sign)
      .join("");
  }
  return { text: `${written}]`, next: position + 1 };
}

/** A literal replacement with `$1` and `$&` as Python writes it; null when it uses more than that. */
export function translateReplacement(replacement: string): string | null {
  let written = "";
  for (let at = 0; at < replacement.length; at += 1) {
    const character = replacement[at] ?? "";
    if (character === "\\") {
      written += "\\\\";
    } else if (character === "$") {
      const mark = replacement[at + 1] ?? "";
      if (mark === "&") {
        written += "\\g<0>";
      } else if (mark === "$") {
        written += "$";
      } else if (/[1-9]/.test(mark) && !/[0-9]/.test(replacement[at + 2] ?? "")) {
        written += `\\g<${mark}>`;
      } else {
        return null;
      }
      at += 1;
    } else {
      written += character;
    }
  }
  return written;
}
