/** Why a generator is not read as a function that gives a list, and what to write. */
import type ts from "typescript";
import { shortened } from "./advice.ts";

const COLLECT =
  "Collect into a list and return it: `const all: string[] = [];`, `all.push(...)` for each `yield`, `return all;`.";

/** What there is of a generator that is not in the language, and what to write, by the reason. */
const REASONS: ReadonlyMap<string, readonly [what: string, advice: string]> = new Map([
  ["acts", ["A generator that acts", COLLECT]],
  ["async", ["An async generator", COLLECT]],
  ["changes", ["A generator that changes what others have", COLLECT]],
  [
    "endless",
    [
      "An endless loop in a generator",
      "Let it end in itself: give it the last value, or how many are wanted, as a parameter, and test that in the loop.",
    ],
  ],
  [
    "expression",
    ["A generator that is an expression or a method", "Write `function* name(...) { ... }` at module level."],
  ],
  ["inner", ["A generator inside of a function", "Move it to module level."]],
  [
    "kept",
    [
      "A generator that is kept, and not gone through once right behind",
      "Keep a list: `const all = [...{call}];`.",
    ],
  ],
  ["returns", ["A generator that returns a value", COLLECT]],
  ["throws", ["A generator that throws or catches an error", COLLECT]],
  [
    "turns",
    ["A change that a generator may see, in a loop over it,", "Go over a list: `for (... of [...{call}])`."],
  ],
  ["unknown", ["A generator that calls a function nobody knows", COLLECT]],
  ["unwritten", ["A generator of this form", COLLECT]],
  ["use", ["A generator that is not gone through in this place", "Take all that it gives: `[...{call}]`."]],
  ["value", ["A generator as a value", "Call it by its name."]],
  ["yield", ["`yield` inside of an expression, or without a value", COLLECT]],
]);

/** What is not in the language, and what to write instead. */
export function generatorAdvice(reason: string, call: ts.Node): readonly [what: string, advice: string] {
  const [what, advice] = REASONS.get(reason) ?? ["A generator", COLLECT];
  return [what, `${advice.replace("{call}", () => shortened(call, "days(...)"))} `];
}
