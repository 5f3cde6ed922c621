/** No skill of the module ends on purpose: a skill that stops leaves a caller in silence. */
import { expect, it } from "vitest";
import { builtModule } from "./built-module.ts";

it("holds no stop, because everything that may be missing is asked for first", () => {
  const stopping = [...builtModule().tree].filter(([, text]) => /\{\}\["[^\n]*"\] \/\/ 1/u.test(text));
  expect(stopping.map(([path]) => path)).toEqual([]);
});
