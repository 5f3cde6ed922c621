/** A second module, of another vendor: the same commands work on it, and it needs nothing of the first one. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { openProject } from "../../scripts/project/index.ts";
import { buildModule } from "../../scripts/assemble/index.ts";
import { loadTriedModule } from "../../scripts/cli/tried-module.ts";
import { filesOf } from "../assemble/files-of.ts";
import { runCaptured, type Captured } from "../cli/run-captured.ts";

const root = fileURLToPath(new URL("bike-repair", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "bike-repair-"));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a verb on the project. */
function on(...words: string[]): Promise<Captured> {
  return runCaptured(...words, "--project", root);
}

/** The conversation of the project with one text changed, as a file of its own. */
function changed(from: string, to: string): string {
  const text = readFileSync(join(root, "conversations", "collect-a-bike.yaml"), "utf8");
  expect(text).toContain(from);
  const file = join(folder, "changed.yaml");
  writeFileSync(file, text.replace(from, to));
  return file;
}

describe("a module of another vendor", () => {
  test("is checked", async () => {
    expect(await on("check")).toMatchObject({ code: 0, out: "No errors.\n" });
  });

  test("is built under its own names, and all that a handler does after it has waited is one skill", async () => {
    const { code } = await on("build", "--out", folder);
    expect(code).toBe(0);
    const names = [...filesOf(folder).keys()];
    const skills = "artifact/pedalo_integration/agents/PedaloAgent/flows/WorkshopFlow/skills";
    for (const skill of ["CollectBikeSkill", "_collectBike", "SetUpSkill"]) {
      expect(names).toContain(`${skills}/${skill}.nsl`);
    }
    expect(names).toContain("pedalo_integration-0.1.0.zip");
  });

  test("knows nothing of the module beside it", async () => {
    const { build } = await buildModule({ project: openProject(root) });
    const texts = [...filesOf(root).values(), ...(build?.tree.values() ?? [])];
    expect(texts.length).toBeGreaterThan(25);
    expect(texts.filter((text) => /altegio/iu.test(text))).toEqual([]);
    const imported = [...filesOf(root)]
      .filter(([name]) => name.endsWith(".ts"))
      .flatMap(([, text]) => [...text.matchAll(/from "([^"]+)"/gu)].map(([, name = ""]) => name));
    expect(new Set(imported.filter((name) => name.includes("scripts")))).toEqual(
      new Set(["../../../scripts/sandbox/conversations/service.ts"]),
    );
    expect(imported.filter((name) => name.startsWith("../../") && !name.includes("scripts"))).toEqual([]);
  });

  test("has its scenarios looked at", async () => {
    expect(await on("lint")).toMatchObject({ code: 0, out: "The scenarios are in order.\n" });
  });

  test("is published", async () => {
    expect(await on("sandbox", "publish")).toMatchObject({ code: 0, out: "Pedalo is set up.\n" });
    const { code, out } = await on("sandbox", "publish", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      entered: ["Pedalo API key"],
      chosen: [],
      status: ["Pedalo is set up."],
      faults: [],
    });
  });

  test("has no demo, and is told how to name one", async () => {
    const { code, err } = await on("demo", "--out", folder);
    expect(code).toBe(2);
    expect(err).toContain("module.yaml does not say where the demo of this project stands");
  });
});

describe("the simulator of a project", () => {
  const project = openProject(root);
  const named = (simulator: string) =>
    loadTriedModule({ ...project, sandbox: { ...project.sandbox, simulator } });

  test.each([
    ["is not named", "", "does not say where the simulator of this project stands"],
    ["is not there", "nowhere.ts", "The simulator nowhere.ts does not run"],
    ["is a file that exports none", "attributes/index.ts", "exports no `simulator`"],
  ])("%s", async (_, file, why) => {
    await expect(named(file)).rejects.toThrow(why);
  });
});

describe("converse", () => {
  test("plays the conversations of the project in both runtimes", async () => {
    const { code, out, err } = await on("converse");
    expect({ code, out }).toEqual({
      code: 0,
      out: [
        "ok      A caller arranges the collection of a bike (conversations/collect-a-bike.yaml)",
        "",
        "1 conversation, all as written.",
        "",
      ].join("\n"),
    });
    expect(err).toContain("Playing 1 conversation");
  });

  test("tells what was not as written, in which runtime, and ends with 1", async () => {
    const file = changed("racing bike is not", "racing bike is");
    const { code, out } = await on("converse", file, "--json");
    expect(code).toBe(1);
    const { conversations, failed } = JSON.parse(out) as {
      readonly conversations: readonly { readonly name: string; readonly deviations: readonly string[] }[];
      readonly failed: number;
    };
    expect(failed).toBe(1);
    expect(conversations[0]?.deviations.map((text) => text.split(":")[0])).toEqual(["node", "nsl"]);
    expect(conversations[0]?.deviations[0]).toContain('It does not say "The racing bike is ready yet"');
    expect(await on("converse", file, "--runtime", "node")).toMatchObject({
      code: 1,
      out: expect.stringMatching(
        /^failed {2}A caller.*\n {8}node: "And the racing[^]*1 failed\.\n$/u,
      ) as string,
    });
  });

  test("plays one runtime when one is named", async () => {
    const { code, out } = await on("converse", "--runtime", "node", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ failed: 0, conversations: [{ deviations: [] }] });
  });

  test("names the place of what is written wrongly, and ends with 2", async () => {
    const { code, err } = await on("converse", changed("requests: 1", "request: 1"));
    expect(code).toBe(2);
    expect(err).toContain("changed.yaml:17:5: turns/2 must NOT have additional properties: request");
    expect(err).not.toContain("    at ");
    const broken = await on("converse", changed('facts: { ticket: "4712"', 'facts: [ ticket: "4712"'));
    expect(broken).toMatchObject({
      code: 2,
      err: expect.stringMatching(/changed\.yaml:\d+:\d+: /u) as string,
    });
  });

  test("takes a word of another service for a mistake", async () => {
    const { code, err } = await on("converse", changed("turns:", "salon: { location: Berlin }\nturns:"));
    expect(code).toBe(2);
    expect(err).toContain("changed.yaml:2:1: it must NOT have additional properties: salon");
  });

  test("says which file is not there", async () => {
    const { code, err } = await on("converse", "nowhere.yaml");
    expect(code).toBe(2);
    expect(err).toContain("There is no file nowhere.yaml.");
  });
});
