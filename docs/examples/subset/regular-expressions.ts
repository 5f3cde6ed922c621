/**
 * Regular expressions
 *
 * `test`, `match` and `replace` with a literal pattern; the `u` flag is needed, and Python must read the
 * pattern the same way.
 *
 * @run {"input": "On 2026-11-30 at 9:15, +49 (30) 1234"}
 * @run {"input": "never"}
 */
export function main(text: string): string[] {
  const date = text.match(/([0-9]{4})-([0-9]{2})-([0-9]{2})/u);
  const digits = text.replace(/[^0-9]/gu, "");
  const dotted = text.replace(/([0-9]+):([0-9]{2})/gu, "$1.$2");
  return [date?.[1] ?? "no date", digits, dotted, /^[a-z]+$/iu.test(text) ? "a word" : "more"];
}
