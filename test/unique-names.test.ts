import { expect, test } from "vitest";
import type { TestModule } from "vitest/node";
import { repeatedNames } from "./unique-names.ts";

/** A file with tests of these names. */
function file(...names: readonly string[]): Pick<TestModule, "children" | "relativeModuleId"> {
  const tests = names.map((fullName) => ({ fullName }));
  return { relativeModuleId: "x.test.ts", children: { allTests: () => tests } as never };
}

test("a name that several tests of a file have is found, once", () => {
  expect(repeatedNames(file("a > b", "a > c", "a > b", "a > b", "d"))).toEqual(["  x.test.ts: a > b"]);
});

test("a file whose tests have names of their own is fine", () => {
  expect(repeatedNames(file("a > b", "a > c", "b"))).toEqual([]);
});
