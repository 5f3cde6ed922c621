/** Compares what the module says with what a conversation expects, and with what it must never say. */
import { fillValue, type Placeholders } from "./placeholders.ts";
import type { Expectation } from "./script.ts";

/** One sentence for each way in which the text is not as expected; none when it is. */
export function findDeviations(text: string, written: Expectation, values: Placeholders = {}): string[] {
  const expected = fillValue(written, values);
  const list = (given: string | readonly string[] = []): readonly string[] => [given].flat();
  return [
    ...list(expected.contains)
      .filter((part) => !text.includes(part))
      .map((part) => `It does not say "${part}".`),
    ...list(expected.not_contains)
      .filter((part) => text.includes(part))
      .map((part) => `It says "${part}".`),
    ...(written.regex === undefined || new RegExp(written.regex, "u").test(text)
      ? []
      : [`It does not match ${written.regex}.`]),
  ];
}

/**
 * What no instruction may hold, whatever it is about: tokens, hashes, ids and raw answers.
 *
 * @param secrets texts that must never be heard
 */
export function findLeaks(text: string, secrets: readonly string[]): string[] {
  return [
    ...secrets.filter((secret) => text.includes(secret)).map((secret) => `It gives away ${secret}.`),
    ...(/https?:|<html|[{}]|undefined|\[object|"success"/u.test(text) ? ["It holds a raw value."] : []),
  ];
}
