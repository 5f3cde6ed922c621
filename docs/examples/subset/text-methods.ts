/**
 * Methods of texts
 *
 * Methods of texts. With `normalize("NFD")` accents are taken off at once, by `replace` with a class of all marks, such as
 * `/[\u0300-\u036f]/g` or `/\p{Diacritic}/gu`, and `toLowerCase` may stand between. It is exact for ASCII, Latin letters
 * (U+0000-U+02FF, U+1E00-U+1EFF) and the diacritics on them, Cyrillic letters (U+0400-U+04FF), signs of writing and money,
 * symbols and emojis; at any other character, a Greek or a Chinese one, the skill stops. In the forms `NFKD` and `NFKC` it
 * also stops at what they write otherwise, such as `½`, and in `NFC` at a mark that is not yet on its letter.
 *
 * @run {"input": " Anna-Maria Weber\t"}
 * @run {"input": ""}
 */
export function main(name: string): string[] {
  const plain = name.trim().toLowerCase();
  const parts = plain.split(" ");
  const initials = parts.map((part) => part.charAt(0).toUpperCase()).join(".");
  return [
    plain.replaceAll("-", " "),
    initials,
    plain.startsWith("anna") ? "A" : "B",
    `${parts.length}`.padStart(3, "0"),
  ];
}
