import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  layOutArtifact,
  makeManifest,
  readArtifact,
  writeArtifact,
  zipArtifact,
} from "../../scripts/artifact/index.ts";
import { emptySourceIndex } from "../../scripts/model/source-index.ts";
import type { ArtifactTree, ModuleModel } from "../../scripts/model/types.ts";
import { flowModel, model, skill } from "../model/sample-module.ts";
import { contentsOf, temporaryFolder } from "./temporary-folder.ts";

function partsOf(built: ModuleModel) {
  const tree = layOutArtifact(built);
  return { tree, manifest: makeManifest(built, tree, emptySourceIndex), zip: zipArtifact(tree) };
}

function build(built: ModuleModel, outDir: string) {
  const { tree, manifest, zip } = partsOf(built);
  return writeArtifact(tree, manifest, zip, outDir);
}

describe("writing", () => {
  test("makes the folder, the zip and the manifest, which read back as the same tree", () => {
    const out = join(temporaryFolder(), "dist");
    const written = build(model(), out);
    expect(readdirSync(out).sort()).toEqual([
      "artifact",
      "manifest.json",
      "maps",
      "sample_integration-1.4.0.zip",
    ]);
    const tree = layOutArtifact(model());
    expect(new Map(readArtifact(written.folder))).toEqual(tree);
    expect(new Map(readArtifact(written.zip))).toEqual(tree);
    expect(JSON.parse(readFileSync(written.manifest, "utf8"))).toMatchObject({ manifestVersion: 1 });
    expect(readFileSync(join(written.folder, "import_version.txt"), "utf8")).toBe("v2.0.0");
  });

  test("twice gives the same bytes", () => {
    const out = temporaryFolder();
    build(model(), join(out, "a"));
    build(model(), join(out, "b"));
    expect(contentsOf(join(out, "b"))).toEqual(contentsOf(join(out, "a")));
  });

  test("removes stale files of the artifact and leaves other files alone", () => {
    const out = temporaryFolder();
    build(model({ flows: [flowModel({ skills: [skill(), skill({ idn: "OldSkill" })] })] }), out);
    writeFileSync(join(out, "artifact", "stray.txt"), "stray");
    writeFileSync(join(out, "notes.txt"), "kept");
    const { folder } = build(model(), out);
    expect(new Map(readArtifact(folder))).toEqual(layOutArtifact(model()));
    expect(readFileSync(join(out, "notes.txt"), "utf8")).toBe("kept");
  });

  test.each<[string, (tree: Map<string, string>) => void]>([
    ["no format version", (tree) => tree.delete("import_version.txt")],
    ["a line break after the format version", (tree) => tree.set("import_version.txt", "v2.0.0\n")],
    ["no attributes", (tree) => tree.delete("attributes.yaml")],
    ["invalid YAML", (tree) => tree.set("attributes.yaml", "attributes: [")],
    ["a path that leads outside", (tree) => tree.set("../outside.txt", "x")],
    ["an absolute path", (tree) => tree.set("/outside.txt", "x")],
    ["a hidden file", (tree) => tree.set(".hidden", "x")],
    ["paths that differ in case", (tree) => tree.set("Attributes.yaml", "attributes: []\n")],
    ["a script no flow names", (tree) => tree.set("sample_integration/stray.nsl", "x")],
    [
      "a flow whose script is missing",
      (tree) =>
        tree.delete("sample_integration/agents/SampleAgent/flows/TimesFlow/skills/FindTimesSkill.nsl"),
    ],
  ])("refuses a tree with %s and leaves the old build as it was", (_, spoil) => {
    const out = temporaryFolder();
    build(model(), out);
    const before = contentsOf(out);
    const tree = new Map(layOutArtifact(model()));
    spoil(tree);
    const manifest = makeManifest(model(), tree, emptySourceIndex);
    expect(() => writeArtifact(tree, manifest, zipArtifact(tree), out)).toThrow("not written");
    expect(contentsOf(out)).toEqual(before);
  });

  test("refuses a manifest or a zip of another build", () => {
    const out = join(temporaryFolder(), "dist");
    const one = partsOf(model());
    const other = partsOf(model({ agent: { title: "Other", description: "Other." } }));
    expect(() => writeArtifact(one.tree, other.manifest, one.zip, out)).toThrow(
      "The manifest does not describe",
    );
    expect(() => writeArtifact(one.tree, one.manifest, other.zip, out)).toThrow(
      "The zip and the artifact differ",
    );
    expect(() => writeArtifact(one.tree, one.manifest, new Uint8Array(), out)).toThrow(
      "The zip cannot be read",
    );
    const extra = {
      ...one.manifest,
      files: [...one.manifest.files, { path: "x", sha256: "", size: 0, sources: [] }],
    };
    expect(() => writeArtifact(one.tree, extra, one.zip, out)).toThrow("lists x");
    expect(existsSync(out)).toBe(false);
  });
});

describe("reading", () => {
  const tree: ArtifactTree = layOutArtifact(model());

  test("finds the root one folder down", () => {
    const folder = temporaryFolder();
    const nested = new Map([...tree].map(([path, text]) => [`TestProject/${path}`, text]));
    const file = join(folder, "export.zip");
    writeFileSync(file, zipArtifact(nested));
    expect(new Map(readArtifact(file))).toEqual(tree);
  });

  test("refuses what is no artifact", () => {
    const folder = temporaryFolder();
    expect(() => readArtifact(join(folder, "absent"))).toThrow("does not exist");
    expect(() => readArtifact(folder)).toThrow("has no import_version.txt");
    const file = join(folder, "evil.zip");
    writeFileSync(file, zipArtifact(new Map([...tree, ["../evil.txt", "x"]])));
    expect(() => readArtifact(file)).toThrow("not a path");
  });
});
