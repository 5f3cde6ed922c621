/** The forms in which a secret may come to light: plain, escaped, encoded, broken into lines. */

/** Shorter runs of Base64 would be found in ordinary text. */
const shortestEncoded = 10;

/** A line break, also an escaped one, with the indent of the next line. */
const lineBreak = String.raw`\\*(?:\r?\n|\\+r\\+n|\\+n|(?:%0D)?%0A)[ \t]*(?:\\ )?`;
const lineBreaks = new RegExp(lineBreak, "giu");

/** What may stand between two characters of a secret. */
const between = `(?:${lineBreak})?`;

/** A pattern for a secret in one piece, plain, in an address or in JSON, to be matched without regard to case. */
export function plainForms(secret: string): string {
  return Array.from(secret, anyForm).join("");
}

/** A pattern for every form of a secret, to be matched without regard to case. It is slow: look for `signsOf` first. */
export function allForms(secret: string): string {
  return [Array.from(secret, anyForm).join(between), ...encodedForms(secret).map(anyAlphabet)].join("|");
}

/** Texts of which one has to be there, once line breaks are taken out, for `allForms` to find what `plainForms` does not. */
export function signsOf(secret: string): string[] {
  const longestRun = (text: string): string =>
    text.split(/[+/]/u).reduce((longest, run) => (run.length > longest.length ? run : longest), "");
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(Buffer.from(secret).toString()),
    ...encodedForms(secret).map(longestRun),
  ];
}

/** A text without its line breaks, also without escaped ones. */
export function inOneLine(text: string): string {
  return text.replace(lineBreaks, "");
}

function encodedForms(secret: string): string[] {
  return [0, 1, 2]
    .map((before) => encodedBehind(secret, before))
    .filter((text) => text.length >= shortestEncoded);
}

/** The Base64 of a secret behind so many other bytes, without the characters in which those or later ones have a part. */
function encodedBehind(secret: string, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
  return bytes.toString("base64").slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
}

/** Base64 as it stands in headers, in addresses and in JSON. */
function anyAlphabet(encoded: string): string {
  const others: Readonly<Record<string, string>> = {
    "+": String.raw`(?:[+ -]|%2B)`,
    "/": String.raw`(?:\\*[/_]|%2F)`,
  };
  return Array.from(encoded, (character) => others[character] ?? character).join(between);
}

/** A pattern for a character as it stands in text, in a url, and in JSON or Python text of any depth. */
function anyForm(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const forms = [character.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&")];
  if (!/[\p{L}\p{N}]/u.test(character)) {
    forms[0] = `\\\\*${forms[0] ?? ""}`;
  }
  if (code < 0xd800 || code > 0xdfff) {
    forms.push(Array.from(Buffer.from(character), (byte) => `%${hex(byte, 2)}`).join(""));
  }
  if (character === " ") {
    forms.push("\\+");
  }
  forms.push(
    Array.from({ length: character.length }, (_, i) => `\\\\+u${hex(character.charCodeAt(i), 4)}`).join(""),
  );
  return `(?:${forms.join("|")})`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
