/** Words for values and characters inside messages. */

const longest = 60;

/** A value as it is shown in a message: text quoted, everything shortened to one line. */
export function showValue(value: unknown): string {
  if (value === undefined) {
    return "absent";
  }
  const text = Array.isArray(value)
    ? "a list"
    : typeof value === "object" && value !== null
      ? "an object"
      : typeof value === "string"
        ? JSON.stringify(value)
        : String(value);
  return text.length > longest ? `${text.slice(0, longest)}...` : text;
}

/** The first character of `text` outside `allowed`, as `a tab (U+0009) at character 4`; "" when all are fine. */
export function showForbiddenCharacter(text: string, allowed: RegExp): string {
  const characters = [...text];
  const at = characters.findIndex((character) => !allowed.test(character));
  const code = characters[at]?.codePointAt(0);
  if (code === undefined) {
    return "";
  }
  const name = names.get(code) ?? "the character";
  return `${name} (U+${code.toString(16).toUpperCase().padStart(4, "0")}) at character ${String(at + 1)}`;
}

const names: ReadonlyMap<number, string> = new Map([
  [0x00, "a null character"],
  [0x09, "a tab"],
  [0x0a, "a line break"],
  [0x0d, "a carriage return"],
  [0x7f, "a delete character"],
  [0x2028, "a line separator"],
  [0x2029, "a paragraph separator"],
  [0xfeff, "a byte order mark"],
]);
