/** Artifacts from elsewhere that are made to do harm. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync, type Zippable } from "fflate";
import { describe, expect, it } from "vitest";
import { parseYaml, readArtifact, unzipArtifact } from "../../scripts/artifact/index.ts";
import { readProject } from "../../scripts/sandbox/platform/artifact-project.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

function zipFile(files: Zippable, change: (bytes: DataView, at: number) => void = () => undefined): string {
  const bytes = zipSync({ "import_version.txt": text("v2.0.0"), ...files });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The first entry of the directory.
  for (let at = 0; at < bytes.length - 4; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) {
      change(view, at);
      break;
    }
  }
  const file = join(temporaryFolder(), "hostile.zip");
  writeFileSync(file, bytes);
  return file;
}

describe("a zip whose directory lies", () => {
  it.each([
    ["a size that is too small", 24, 3],
    ["a size that is too large", 24, 60],
    ["a checksum of other bytes", 16, 12345],
  ])("with %s is refused", (_what, offset, value) => {
    const file = zipFile({}, (view, at) => {
      view.setUint32(at + offset, value, true);
    });
    expect(() => readArtifact(file)).toThrow(
      /"import_version\.txt" is not what the zip's directory says of it/u,
    );
  });

  it("with more than it may unpack to is refused by what it says", () => {
    const file = zipFile({}, (view, at) => {
      view.setUint32(at + 24, 0x7fffffff, true);
    });
    expect(() => readArtifact(file)).toThrow("It unpacks to");
  });

  it("is read when it tells the truth", () => {
    expect([...readArtifact(zipFile({ "a.yaml": text("a: 1\n") })).keys()]).toEqual([
      "a.yaml",
      "import_version.txt",
    ]);
  });

  it("that is cut off is refused", () => {
    const bytes = zipSync({ "import_version.txt": text("v2.0.0") });
    for (let length = 0; length < bytes.length; length += 7) {
      expect(() => unzipArtifact(bytes.slice(0, length))).toThrow("The zip cannot be read.");
    }
  });
});

describe("names that a disk does not take", () => {
  it.each([
    ...[
      "con",
      "CON.yaml",
      "a/nul.txt",
      "a/Com1",
      "lpt9.nsl",
      "a./b",
      "a/b.",
      "../a",
      "/a",
      "a/../b",
      "a//b",
      "C:/a",
    ],
    `${"x".repeat(5000)}.nsl`,
    `${"x/".repeat(300)}a`,
  ])("are refused: %# %.20s", (name) => {
    const file = zipFile({ [name]: text("x") });
    let message = "";
    try {
      readArtifact(file);
    } catch (thrown) {
      message = (thrown as Error).message;
    }
    expect(message).toContain("is not a path an artifact may hold");
    expect(message.length).toBeLessThan(400);
  });

  it("leave alone what only looks like them", () => {
    const file = zipFile({ "console.nsl": text("x"), "a/common.nsl": text("x") });
    expect(readArtifact(file).size).toBe(3);
  });
});

describe("deep YAML", () => {
  const depths = [200, 20_000];
  const forms: readonly (readonly [string, (depth: number) => string])[] = [
    ["lists in brackets", (depth) => `${"[".repeat(depth)}${"]".repeat(depth)}`],
    ["maps in braces", (depth) => `${"{a: ".repeat(depth)}1${"}".repeat(depth)}`],
    ["lists behind dashes", (depth) => `${"- ".repeat(depth)}a`],
  ];

  it.each(forms.flatMap(([what, make]) => depths.map((depth) => [what, depth, make(depth)] as const)))(
    "of %s, %i deep, is refused",
    (_what, _depth, yaml) => {
      expect(() => parseYaml(yaml)).toThrow("nested too deep");
      const tree = new Map([
        ["import_version.txt", "v2.0.0"],
        ["p/p.yaml", yaml],
      ]);
      expect(() => readProject(tree)).toThrow("nested too deep");
    },
  );

  it("is told from what the platform writes", () => {
    expect(parseYaml(forms[0]?.[1](20) ?? "")).toBeInstanceOf(Array);
  });

  it("refuses aliases that multiply", () => {
    const lines = ["a: &a [x, x, x, x, x, x, x, x, x]"];
    for (const [name, before] of ["ba", "cb", "dc", "ed", "fe", "gf", "hg", "ih"].map((pair) => [...pair])) {
      lines.push(
        `${name ?? ""}: &${name ?? ""} [${Array.from({ length: 9 }, () => `*${before ?? ""}`).join(", ")}]`,
      );
    }
    expect(() => parseYaml(lines.join("\n"))).toThrow(/alias/u);
  });
});

it("what a killed build has left is removed by the next, and that of a running one is not", async () => {
  const { writeArtifact, zipArtifact, layOutArtifact, makeManifest } =
    await import("../../scripts/artifact/index.ts");
  const { emptySourceIndex } = await import("../../scripts/model/source-index.ts");
  const { model } = await import("../model/sample-module.ts");
  const folder = temporaryFolder();
  const ended = ["999999999", "0"].map((pid) => `.staging-${pid}-abc`);
  for (const name of [
    ...ended,
    ".staging-Xy12",
    ".maps-Zz34",
    `.staging-${String(process.ppid)}-abc`,
    "kept",
  ]) {
    mkdirSync(join(folder, name, "inside"), { recursive: true });
  }
  const sample = model();
  const tree = layOutArtifact(sample);
  const maps = new Map([["F/S.nsl.map", "{}\n"]]);
  writeArtifact(tree, makeManifest(sample, tree, emptySourceIndex), zipArtifact(tree), folder, maps);
  expect(
    readdirSync(folder)
      .filter((name) => !name.endsWith(".zip"))
      .sort(),
  ).toEqual([`.staging-${String(process.ppid)}-abc`, "artifact", "kept", "manifest.json", "maps"]);
});
