/** Characters as Python's regular expressions name them. */

/** The inside of a class of the characters with these codes: `\u0061-\u007a`. */
export function classOf(known: ReadonlySet<number>): string {
  const codes = [...known].sort((a, b) => a - b);
  const ends = codes.filter((code) => !known.has(code + 1));
  return codes
    .filter((code) => !known.has(code - 1))
    .map((from, index) => {
      const beyond = ends[index] ?? from;
      return from === beyond ? written(from) : `${written(from)}-${written(beyond)}`;
    })
    .join("");
}

function written(code: number): string {
  const digits = code.toString(16);
  return code <= 0xffff ? `\\u${digits.padStart(4, "0")}` : `\\U${digits.padStart(8, "0")}`;
}
