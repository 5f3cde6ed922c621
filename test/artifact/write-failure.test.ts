/** What is left on disk when the file system fails in the middle of a write. */
import fs, { readdirSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { layOutArtifact, makeManifest, writeArtifact, zipArtifact } from "../../scripts/artifact/index.ts";
import { emptySourceIndex } from "../../scripts/model/source-index.ts";
import { model } from "../model/sample-module.ts";
import { contentsOf, temporaryFolder } from "./temporary-folder.ts";

/** A function of the file system that can be made to fail, for whoever imports it. */
type Name = "renameSync" | "writeFileSync";

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

function build(title: string, outDir: string) {
  const built = model({ agent: { title, description: "Answers in tests." } });
  const tree = layOutArtifact(built);
  return writeArtifact(tree, makeManifest(built, tree, emptySourceIndex), zipArtifact(tree), outDir);
}

/** Lets the first calls of a function through, makes one fail, and lets the others through again. */
function failAt(call: number, name: Name): () => void {
  const real = fs[name] as (...given: readonly unknown[]) => void;
  let calls = 0;
  const failing = (...given: readonly unknown[]): void => {
    calls += 1;
    if (calls === call) {
      throw new Error("disk failure");
    }
    real(...given);
  };
  vi.spyOn(fs, name).mockImplementation(failing);
  syncBuiltinESMExports();
  return () => {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  };
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])("a failing move number %i leaves the old build whole", (call) => {
  const out = temporaryFolder();
  build("Old", out);
  const before = contentsOf(out);
  const repair = failAt(call, "renameSync");
  expect(() => build("New", out)).toThrow("disk failure");
  repair();
  expect(contentsOf(out)).toEqual(before);
  expect(readdirSync(out).sort()).toEqual([
    "artifact",
    "manifest.json",
    "maps",
    "sample_integration-1.4.0.zip",
  ]);
});

test.each([1, 4, 9])("a failing write number %i leaves the old build whole", (call) => {
  const out = temporaryFolder();
  build("Old", out);
  const before = contentsOf(out);
  const repair = failAt(call, "writeFileSync");
  expect(() => build("New", out)).toThrow("disk failure");
  repair();
  expect(contentsOf(out)).toEqual(before);
});

test("a first build that fails leaves nothing behind", () => {
  const out = join(temporaryFolder(), "dist");
  const repair = failAt(2, "renameSync");
  expect(() => build("New", out)).toThrow("disk failure");
  repair();
  expect(readdirSync(out)).toEqual([]);
});
