import { describe, expect, test } from "vitest";
import { layOutArtifact, makeManifest, manifestText } from "../../scripts/artifact/index.ts";
import { emptySourceIndex, indexSources } from "../../scripts/model/source-index.ts";
import { flowModel, model, skill } from "../model/sample-module.ts";

const sample = model({
  flows: [
    flowModel({
      skills: [
        skill({
          sources: ["skills/times/find-times.ts", "skills/shared/time.ts"],
          lines: [
            { line: 2, file: "skills/times/find-times.ts", sourceLine: 12 },
            { line: 1, file: "skills/shared/time.ts", sourceLine: 3 },
          ],
        }),
      ],
    }),
  ],
});

const sources = indexSources(
  new Map([
    ["module/flows.ts", 'export const f = { idn: "TimesFlow", events: [] };'],
    ["module/index.ts", 'export default { agent: { title: "A" } };'],
  ]),
);

describe("the manifest", () => {
  const tree = layOutArtifact(sample);
  const manifest = makeManifest(sample, tree, sources);
  const fileAt = (end: string) => manifest.files.find(({ path }) => path.endsWith(end));

  test("lists every file with its hash and size", () => {
    expect(manifest.files.map(({ path }) => path)).toEqual([...tree.keys()]);
    expect(fileAt("import_version.txt")).toEqual({
      path: "import_version.txt",
      sha256: "1cf887de9e8df1530de6a3a80e5fb8cef3c26c5248611921bd860c85313a688f",
      size: 6,
      sources: [],
    });
  });

  test("leads from a script's line to its source line", () => {
    expect(fileAt(".nsl")).toMatchObject({
      sources: ["skills/shared/time.ts", "skills/times/find-times.ts"],
      lines: [
        [1, 0, 3],
        [2, 1, 12],
      ],
    });
  });

  test("leads from the other files to their definitions", () => {
    expect(fileAt("attributes.yaml")?.sources).toEqual([]);
    expect(fileAt("TimesFlow.yaml")?.sources).toEqual(["module/flows.ts"]);
    expect(fileAt("agents/SampleAgent/agent.yaml")?.sources).toEqual(["module.yaml", "module/index.ts"]);
    expect(fileAt("sample_integration.yaml")?.sources).toEqual(["module.yaml"]);
  });

  test("is JSON with its keys in a fixed order and one line for one line of a script", () => {
    const text = manifestText(manifest);
    expect(JSON.parse(text)).toEqual(manifest);
    expect(text).toContain("        [1, 0, 3],\n        [2, 1, 12]\n");
    expect(Object.keys(manifest)).toEqual(["manifestVersion", "identity", "files"]);
    const { identity } = sample;
    const turned = {
      ...sample,
      identity: Object.fromEntries(Object.entries(identity).reverse()) as typeof identity,
    };
    expect(manifestText(makeManifest(turned, tree, sources))).toBe(text);
  });

  test("does without sources that cannot be found", () => {
    const { files } = makeManifest(sample, tree, emptySourceIndex);
    expect(files.find(({ path }) => path.endsWith("TimesFlow.yaml"))?.sources).toEqual([]);
  });
});
