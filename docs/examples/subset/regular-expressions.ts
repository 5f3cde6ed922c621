/**
 * Regular expressions
 *
 * A pattern stands at its call or has a `const` of its own. `test`, `match`, `search`, `split` and `replace`
 * take one; what Python would read otherwise is refused. Without the `u` flag it must not be able to find a
 * half of an emoji.
 *
 * @run {"input": "On 2026-11-30 at 9:15, +49 (30) 1234"}
 * @run {"input": "never"}
 */
const date = /([0-9]{4})-([0-9]{2})-([0-9]{2})/u;

export function main(text: string): string[] {
  const day = text.match(date);
  const digits = text.replace(/\D/g, "");
  const dotted = text.replace(/\b([0-9]+):([0-9]{2})\b/gu, "$1.$2");
  const words = text.split(/[\s,]+/u);
  return [
    day?.[1] ?? "no date",
    digits,
    dotted,
    words.join("|"),
    /^[a-z]+$/iu.test(text) ? "a word" : "more",
  ];
}
