/**
 * No skill of the module ends on purpose: a skill that stops leaves a caller in silence. The one reason left is a number
 * beyond what both languages count exactly, which no length of a visit and no score of a name comes near.
 */
import { expect, it } from "vitest";
import { builtModule } from "./built-module.ts";

it("holds no stop but for such numbers, because everything that may be missing is asked for first", () => {
  const reasons = [...builtModule().tree].flatMap(([path, text]) =>
    [...text.matchAll(/\{\}\["([^\n]*?)"\] \/\/ 1/gu)].map(([, reason = ""]) => `${path}: ${reason}`),
  );
  expect(reasons.filter((reason) => !reason.endsWith(" is beyond 2^53"))).toEqual([]);
});
