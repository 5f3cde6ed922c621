import { expect, test } from "vitest";
import { diffArtifacts } from "../../scripts/artifact/index.ts";

test("a comparison of two trees names what was added, removed and changed", () => {
  const before = new Map([
    ["same", "1"],
    ["old", "1"],
    ["edited", "1"],
  ]);
  const after = new Map([
    ["same", "1"],
    ["new b", "1"],
    ["new a", ""],
    ["edited", "2"],
  ]);
  expect(diffArtifacts(before, after)).toEqual({
    added: ["new a", "new b"],
    removed: ["old"],
    changed: ["edited"],
  });
  expect(diffArtifacts(after, after)).toEqual({ added: [], removed: [], changed: [] });
});
