/** The literals of generated programs: small, and with everything that is hard to write. */

const texts = [
  "",
  "a",
  "b,c",
  "Жук",
  'say "hi"',
  "{{ x }}",
  "}} %}",
  "back\\slash",
  "line\nbreak",
  "it's",
  "  pad ",
  "12",
  "-7",
  "x-y-z",
  "ÀÉ ß",
  "{% if %}",
  "null",
  "[1,2]",
  '{"a":"1.50","b":[]}',
  "$1 $&",
  "#{",
];

const separators = [",", "-", " ", "", "}}", "ж", '"', "\\"];

/** A text literal as TypeScript. */
export function textLiteral(pick: number): string {
  return JSON.stringify(texts[pick % texts.length] ?? "");
}

/** A short literal for joining and splitting. */
export function separatorLiteral(pick: number): string {
  return JSON.stringify(separators[pick % separators.length] ?? "");
}

/** An integer literal, negative ones too. */
export function intLiteral(pick: number): string {
  return String((pick % 23) - 6);
}

/** A positive integer literal. */
export function positiveLiteral(pick: number): string {
  return String((pick % 9) + 1);
}
