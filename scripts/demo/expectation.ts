/** Compares an instruction with what a conversation expects of it. */
import { fillText, type Placeholders } from "./placeholders.ts";
import type { Expectation } from "./read-script.ts";

/** One sentence for each way in which the text is not as expected; none when it is. */
export function findDeviations(text: string, expected: Expectation, values: Placeholders): string[] {
  const list = (given: string | readonly string[] = []): string[] =>
    [given].flat().map((part) => fillText(part, values));
  const { regex = "" } = expected;
  return [
    ...list(expected.contains)
      .filter((part) => !text.includes(part))
      .map((part) => `The instruction does not say "${part}".`),
    ...list(expected.not_contains)
      .filter((part) => text.includes(part))
      .map((part) => `The instruction says "${part}".`),
    ...(new RegExp(regex, "u").test(text) ? [] : [`The instruction does not match ${regex}.`]),
  ];
}
