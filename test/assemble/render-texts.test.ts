/** Templates beside the definitions of a project, rendered with its values. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, test } from "vitest";
import { loadDefinitions, renderTexts } from "../../scripts/assemble/index.ts";
import { openProject } from "../../scripts/project/index.ts";
import { toolkitRoot } from "../../scripts/toolkit.ts";
import { temporaryFolder } from "../artifact/temporary-folder.ts";
import { runCaptured } from "../cli/run-captured.ts";

let root: string;
const write = (name: string, text: string): void => {
  writeFileSync(join(root, "scenarios", name), text);
};
const step = (text: string): string => `{{#step}}\n${text}\n{{/step}}\n`;

beforeEach(() => {
  root = join(temporaryFolder(), "project");
  cpSync(fileURLToPath(new URL("../projects/bike-repair", import.meta.url)), root, { recursive: true });
  write("values.ts", 'export const values = { tools: { collect: "pedalo_collect" }, day: "Monday & Co" };\n');
});

describe("renderTexts", () => {
  test("gives nothing where there are no templates", async () => {
    const rendered = await renderTexts(openProject(root));
    expect(rendered).toEqual({ file: "scenarios/texts.ts", content: null, problems: [] });
  });

  test("makes one constant of the steps of a template and one of each text, parts included", async () => {
    mkdirSync(join(root, "scenarios", "deep"));
    write("_when.hbs", "on {{day}}\n");
    write(
      "deep/come.hbs",
      `{{#step tools.collect}}\nCome\n  {{> when}} "early".\n{{/step}}${step("Go.")}{{#text "bye"}}Bye, {{day}}.{{/text}}`,
    );
    const { content, problems } = await renderTexts(openProject(root));
    expect(problems).toEqual([]);
    write("texts.ts", content ?? "");
    const exported = (await import(join(root, "scenarios", "texts.ts"))) as object;
    expect({ ...exported }).toEqual({
      comeSteps: [
        { text: 'Come on Monday & Co "early".', needs: ["pedalo_collect"] },
        { text: "Go.", needs: [] },
      ],
      byeText: "Bye, Monday & Co.",
    });
  });

  test.each([
    ["a value", step("Come on {{weekday}}."), { line: 2, column: 11 }],
    ["a value of a list", step("Come, {{tools.fetch}}."), { line: 2, column: 15 }],
    ["a need", "{{#step tools.fetch}}Come.{{/step}}", { line: 1, column: 15 }],
    ["what a part needs", step("Come {{> when day=weekday}}."), { line: 2, column: 19 }],
    ["a part", step("Come {{> then}}."), { line: 1, column: 1 }],
    ["the end of a step", "{{#step}}\nCome.\n", { line: 3, column: 1 }],
    ["a step around it", "Come.", { line: 1, column: 1 }],
  ])("refuses the build for want of %s", async (_what, template, place) => {
    write("_when.hbs", "on {{day}}");
    write("come.hbs", template);
    const { definition, problems } = await loadDefinitions(openProject(root));
    expect(definition).toBeNull();
    expect(problems).toMatchObject([{ code: "BLD3004", position: { file: "scenarios/come.hbs", ...place } }]);
    expect((await runCaptured("texts", "--project", root)).code).toBe(1);
  });

  test("refuses the build while the file is not what the templates give", async () => {
    write("come.hbs", step("Come."));
    const stale = async (): Promise<readonly string[]> =>
      (await loadDefinitions(openProject(root))).problems.map(({ code }) => code);
    expect(await stale()).toEqual(["BLD3005"]);
    expect((await runCaptured("texts", "--project", root)).code).toBe(0);
    expect(await stale()).toEqual([]);
    write("come.hbs", step("Go."));
    expect(await stale()).toEqual(["BLD3005"]);
    rmSync(join(root, "scenarios", "come.hbs"));
    expect(await stale()).toEqual([]);
  });

  test("has been run on this project", async () => {
    const { file, content } = await renderTexts(openProject(toolkitRoot));
    expect(readFileSync(join(toolkitRoot, file), "utf8")).toBe(content);
  });
});
