/** What the `i` flag adds beyond ASCII. Python folds ASCII letters only, so the rest is spelt out in the class. */

/** Code points that have another case; beyond them no letter has one. */
const LAST_CASED = 0x1ffff;

let cased: readonly number[] | null = null;

/** Looking all of them up takes a while, so it is done once, and not before a pattern asks for it. */
function casedCodes(): readonly number[] {
  cased ??= Array.from({ length: LAST_CASED + 1 }, (_entry, code) => code).filter((code) => {
    const character = String.fromCodePoint(code);
    return character.toLowerCase() !== character || character.toUpperCase() !== character;
  });
  return cased;
}

/** The characters, as members of a Python class, that `i` adds to a class of JavaScript beside ASCII's own pairs. */
export function foldedMembers(members: string, unicode: boolean): string {
  const folded = new RegExp(`^[${members}]$`, unicode ? "iu" : "i");
  const plain = new RegExp(`^[${members}]$`, unicode ? "u" : "");
  const added = casedCodes().filter((code) => {
    const character = String.fromCodePoint(code);
    const isPaired =
      code < 0x80 && (plain.test(character.toLowerCase()) || plain.test(character.toUpperCase()));
    return !isPaired && folded.test(character) && !plain.test(character);
  });
  return runsOf(added)
    .map(([from, to]) =>
      from === to ? codePointEscape(from) : `${codePointEscape(from)}-${codePointEscape(to)}`,
    )
    .join("");
}

function runsOf(codes: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const code of codes) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === code - 1) {
      last[1] = code;
    } else {
      runs.push([code, code]);
    }
  }
  return runs;
}

/** A code point as Python writes it in a pattern. */
export function codePointEscape(code: number): string {
  return code <= 0xffff
    ? `\\u${code.toString(16).padStart(4, "0")}`
    : `\\U${code.toString(16).padStart(8, "0")}`;
}
