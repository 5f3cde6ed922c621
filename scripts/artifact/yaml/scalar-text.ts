/**
 * Writes one scalar in its notation, folding long ones where PyYAML folds: at the first space after column 80
 * (docs/platform.md, "YAML style"). A folded scalar reads back as the text it was made from.
 */
import { scalarStyle } from "./scalar-style.ts";

/** Where a scalar is written. */
export interface ScalarPlace {
  /** Column at which its first character goes, from 0. */
  readonly column: number;
  /** Blanks in front of its further lines. */
  readonly indent: string;
  /** Whether the platform folds the values of this key. */
  readonly foldable: boolean;
}

const bestWidth = 80;

/** The YAML text of a scalar at a place. Throws for text that is not Unicode (see `scalarStyle`). */
export function scalarText(text: string, place: ScalarPlace): string {
  switch (scalarStyle(text)) {
    case "plain":
      return place.foldable ? foldPlain(text, place) : text;
    case "single":
      return `'${text.replaceAll("'", "''")}'`;
    case "literal":
      return literal(text, place);
    case "double":
      return `"${place.foldable ? foldDouble(text, place) : [...text].map(escapeCharacter).join("")}"`;
  }
}

function literal(text: string, { indent }: ScalarPlace): string {
  const [header, body] = text.endsWith("\n") ? ["|", text.slice(0, -1)] : ["|-", text];
  const lines = body.split("\n").map((line) => (line === "" ? "" : `${indent}${line}`));
  return `${header}\n${lines.join("\n")}`;
}

/** Breaks at a single space between words; a run of spaces would not survive a break. */
function foldPlain(text: string, { column, indent }: ScalarPlace): string {
  let result = "";
  let at = column;
  for (const piece of text.split(/(?<=[^ ])(?= )|(?<= )(?=[^ ])/u)) {
    const isBlank = piece.startsWith(" ");
    if (isBlank && piece.length === 1 && at > bestWidth) {
      result += `\n${indent}`;
      at = indent.length;
    } else {
      result += piece;
      at += [...piece].length;
    }
  }
  return result;
}

/** Breaks before a space: `\` ends the line, `\ ` starts the next, and nothing is added to the text. */
function foldDouble(text: string, { column, indent }: ScalarPlace): string {
  const characters = [...text];
  let result = "";
  let at = column + 1;
  characters.forEach((character, index) => {
    if (character === " " && at > bestWidth && index > 0 && index < characters.length - 1) {
      result += `\\\n${indent}\\`;
      at = indent.length + 1;
    }
    const escaped = escapeCharacter(character);
    result += escaped;
    at += [...escaped].length;
  });
  return result;
}

const shortEscapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
  "\0": "\\0",
};

function escapeCharacter(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) {
    return short;
  }
  const code = character.codePointAt(0) ?? 0;
  const isUnsafe = /[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/u.test(character);
  return isUnsafe ? (code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`) : character;
}

function hex(code: number, digits: number): string {
  return code.toString(16).toUpperCase().padStart(digits, "0");
}
