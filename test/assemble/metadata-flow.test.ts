import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { metadataFlow } from "../../scripts/assemble/metadata-flow.ts";
import { readProject } from "../../scripts/sandbox/platform/artifact-project.ts";
import { startWorker } from "../../scripts/sandbox/platform/worker.ts";
import { builtArtifact, builtModule } from "./built-module.ts";

test("the artifact has the flow, which no event starts, and its skills give version and changes", async () => {
  const flow = readProject(builtArtifact()).flows.find(({ idn }) => idn === "Metadata");
  if (flow === undefined) {
    throw new Error("there is no flow Metadata");
  }
  expect(flow.subscriptions).toEqual([]);
  const worker = await startWorker();
  try {
    const said = async (idn: string): Promise<unknown> => {
      const answer = await worker.loadAndRun("Metadata", flow.skills, idn, {}, () => "");
      return answer.ok ? answer.value : answer;
    };
    const { version } = builtModule().model.identity;
    expect(await said("_getVersion")).toBe(version);
    const changelog = readFileSync("CHANGELOG.md", "utf8");
    expect(changelog.replace(/^[^]*?## [^\n]*\n/u, "").trim()).toContain(await said("_getChangelog"));
    expect(await said("_getChangelog")).toMatch(/^- /u);
  } finally {
    await worker.close();
  }
});

test("of the changelog only what belongs to the version is told", () => {
  const text = (version: string): string | undefined =>
    metadataFlow(version, "# Changelog\n\n## 1.2.0\n\n- New.\n\n## 1.1.0\n\n- Old {{ 1 }}.\n").skills.find(
      ({ idn }) => idn === "_getChangelog",
    )?.text;
  expect(text("1.2.0")).toContain("- New.");
  expect(text("1.2.0")).not.toContain("Old");
  expect(text("1.1.0")).toContain("Old");
  expect(text("1.1.0")).not.toContain("}}.");
  expect(text("9.9.9")).toBe('{{ Return(val="") }}\n');
});
