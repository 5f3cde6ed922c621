/**
 * Changes JSON text that belongs to somebody else: entry by entry, and without touching a byte of the rest.
 * Parsing and printing it again would change its layout, its decimals and the order of some keys.
 */
import { asText, parseJson } from "#sdk";

/** One member of an object: its key, and its value as text without the blanks around it. */
export interface JsonMember {
  readonly key: string;
  readonly value: string;
}

/**
 * What stands between the top-level commas of a list or an object, exactly as it is written.
 *
 * @param text JSON that is known to parse
 */
export function splitJson(text: string): readonly string[] {
  const pieces: string[] = [];
  let piece: string[] = [];
  let depth = 0;
  for (const token of text.match(/"(?:[^"\\]|\\.)*"|[{}[\],]|[^"{}[\],]+/gu) ?? []) {
    if (token === "}" || token === "]") {
      depth -= 1;
    }
    if (depth === 1 && token === ",") {
      pieces.push(piece.join(""));
      piece = [];
    } else if (depth > 0) {
      piece.push(token);
    }
    if (token === "{" || token === "[") {
      depth += 1;
    }
  }
  const last = piece.join("");
  return pieces.length === 0 && last.trim() === "" ? [] : [...pieces, last];
}

/** The list or object with other pieces inside; what stands around its brackets stays. */
export function joinJson(text: string, pieces: readonly string[]): string {
  const opening = (text.match(/^[ \t\n\r]*[{[]/u) ?? [])[0] ?? "";
  const closing = (text.match(/[}\]][ \t\n\r]*$/u) ?? [])[0] ?? "";
  return `${opening}${pieces.join(",")}${closing}`;
}

/** Key and value of one piece of an object. */
export function readMember(piece: string): JsonMember {
  const start = piece.match(/^[ \t\n\r]*("(?:[^"\\]|\\.)*")[ \t\n\r]*:/u) ?? [];
  const prefix = start[0] ?? "";
  const quoted = start[1] ?? "";
  return {
    key: quoted.includes("\\") ? asText(parseJson(quoted).value) : quoted.slice(1, quoted.length - 1),
    value: piece.slice(prefix.length).trim(),
  };
}

/** The position of the member of a key, -1 where there is none. Of two the last counts, as for whoever parses them. */
export function placeOf(pieces: readonly string[], key: string): number {
  const places = pieces
    .map((piece, index) => (readMember(piece).key === key ? index : -1))
    .filter((index) => index >= 0);
  return places.at(-1) ?? -1;
}

/** A piece of an object with another value; the key and the blanks stay. */
export function replaceValue(piece: string, value: string): string {
  const before = (piece.match(/^[ \t\n\r]*"(?:[^"\\]|\\.)*"[ \t\n\r]*:[ \t\n\r]*/u) ?? [])[0] ?? "";
  const after = (piece.match(/[ \t\n\r]*$/u) ?? [])[0] ?? "";
  return `${before}${value}${after}`;
}

/** JSON text in one form, to compare what is the same but for its layout; "" when it does not parse. */
export function plainJson(text: string): string {
  const parsed = parseJson(text);
  return parsed.ok ? JSON.stringify(parsed.value) : "";
}
