import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadDefinitions } from "../../scripts/assemble/load-definitions.ts";
import { temporaryFolder } from "../artifact/temporary-folder.ts";
import { openProject } from "../../scripts/project/index.ts";

async function load(index: string) {
  const root = temporaryFolder();
  mkdirSync(join(root, "module"));
  writeFileSync(join(root, "module", "index.ts"), index);
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  return { root, loaded: await loadDefinitions(openProject(root)) };
}

describe("loadDefinitions", () => {
  it("gives the definition", async () => {
    const { loaded } = await load("export const moduleDefinition = { flows: [] };\n");
    expect(loaded).toEqual({ definition: { flows: [] }, scenarios: null, problems: [] });
  });

  it("shows TypeScript's own error, in its place, for a module that does not load", async () => {
    const { loaded } = await load(
      'import { missing } from "#sdk";\nexport const moduleDefinition = missing.x;\n',
    );
    expect(loaded.definition).toBeNull();
    expect(loaded.problems).toMatchObject([
      { severity: "error", position: { file: "module/index.ts", line: 1 } },
    ]);
  });

  it("shows what the module threw when TypeScript finds nothing wrong, without the folder it lies in", async () => {
    const { root, loaded } = await load('export const moduleDefinition = JSON.parse("{");\n');
    expect(loaded.problems.map(({ code }) => code)).toEqual(["BLD3003"]);
    expect(JSON.stringify(loaded.problems)).not.toContain(root);
  });

  it("reports a module that exports something else", async () => {
    const { loaded } = await load("export const other = 1;\n");
    expect(loaded.problems.map(({ message }) => message)).toEqual([
      "The module's definitions cannot be loaded: moduleDefinition is not exported.",
    ]);
  });

  it("sees a file that changed, also one that is only imported, and another project", async () => {
    const index =
      'import { flows } from "./flows.ts";\nexport const moduleDefinition = { flows: [...flows] };\n';
    const root = temporaryFolder();
    mkdirSync(join(root, "module"));
    const write = (file: string, text: string): void => {
      writeFileSync(join(root, "module", file), text);
    };
    write("index.ts", index);
    write("flows.ts", "export const flows = [1];\n");
    const flowsOf = async (folder: string) => (await loadDefinitions(openProject(folder))).definition?.flows;
    expect(await flowsOf(root)).toEqual([1]);
    write("flows.ts", "export const flows = [2];\n");
    expect(await flowsOf(root)).toEqual([2]);
    const { loaded } = await load("export const moduleDefinition = { flows: [3] };\n");
    expect(loaded.definition?.flows).toEqual([3]);
    expect(await flowsOf(root)).toEqual([2]);
    write("index.ts", "export const other = 1;\n");
    expect(await flowsOf(root)).toBeUndefined();
  });
});
