/**
 * A counter with a test
 *
 * Besides its bound a counter may have tests that are asked before each turn.
 *
 * @run {"input": ["", "", "x", "y"]}
 * @run {"input": []}
 */
export function main(words: string[]): string {
  let found = "";
  for (let i = 0; i < words.length && found === ""; i += 1) {
    found = words[i] ?? "";
  }
  return found === "" ? "nothing" : found;
}
