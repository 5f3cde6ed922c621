/** Literals of NSL code. Those of texts: ASCII only, and no mark that any tool could take for a template delimiter. */

const SHORT: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/**
 * A double-quoted literal that Jinja2 reads back as exactly `value`.
 *
 * Jinja2 decodes literals as Python does (`unicode-escape`), so code points beyond ASCII are written as
 * escapes: a script with other letters than ASCII is refused by the platform's linters. Braces beside
 * another delimiter character are escaped too, because those linters count delimiters as plain text.
 */
export function textLiteral(value: string): string {
  let written = '"';
  let previous = "";
  for (const character of value) {
    written += escapeCharacter(character, previous);
    previous = character;
  }
  return `${written}"`;
}

/** A number without an exponent, which not every version of Jinja2 reads. */
export function numberLiteral(value: number): string {
  const [, sign = "", digits = "", fraction = "", places = ""] =
    /^(-?)(\d+)(?:\.(\d+))?e-(\d+)$/u.exec(String(value)) ?? [];
  return places === "" ? String(value) : `${sign}0.${"0".repeat(Number(places) - 1)}${digits}${fraction}`;
}

function escapeCharacter(character: string, previous: string): string {
  const short = SHORT[character];
  if (short !== undefined) {
    return short;
  }
  const code = character.codePointAt(0) ?? 0;
  const opens = previous === "{" && "{%#".includes(character);
  const closes = character === "}" && "}%#".includes(previous);
  if (opens || closes || code < 0x20 || code === 0x7f) {
    return `\\x${hex(code, 2)}`;
  }
  if (code < 0x7f) {
    return character;
  }
  return code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, "0");
}
