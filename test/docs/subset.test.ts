/** docs/subset.md: up to date, complete, and true in both runtimes. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../artifact/temporary-folder.ts";
import { runCaptured } from "../cli/run-captured.ts";
import { toolkitRoot } from "../../scripts/toolkit.ts";
import { globalFunctionNames } from "../../scripts/compiler/builtins/globals.ts";
import { listMethodNames } from "../../scripts/compiler/builtins/lists.ts";
import { actionNames } from "../../scripts/compiler/builtins/platform.ts";
import { textMethodNames } from "../../scripts/compiler/builtins/strings.ts";
import { renderSubset, subsetPage } from "../../scripts/docs/render-subset.ts";
import { examplesFolder, readExample } from "../../scripts/docs/subset/example.ts";
import { globalUsages, listUsages, textUsages } from "../../scripts/docs/subset/methods.ts";
import { exampleNames } from "../../scripts/docs/subset/outline.ts";
import { refused } from "../../scripts/docs/subset/refused.ts";
import { contextMembers, sdkFunctions } from "../../scripts/docs/subset/sdk.ts";
import { diagnosticHeading } from "../../scripts/docs/subset/tables.ts";
import { compilePrograms, createRunner, type ProgramRunner } from "../../scripts/sandbox/program/index.ts";

const folder = join(toolkitRoot, examplesFolder);
const examples = exampleNames.map((name) => readExample(folder, name));
const page = readFileSync(join(toolkitRoot, subsetPage), "utf8");

describe("docs/subset.md", () => {
  it("is up to date", async () => {
    expect(await renderSubset(toolkitRoot), "run `npm run docs`").toBe(page);
  });

  it("shows every example of the folder once", () => {
    const files = readdirSync(folder).map((name) => name.replace(/\.ts$/u, ""));
    expect([...exampleNames].sort()).toEqual(files.sort());
    for (const { title } of examples) {
      expect(page.split(`### ${title}\n`)).toHaveLength(2);
    }
  });

  it.each([
    { table: "text", names: textMethodNames, usages: textUsages },
    { table: "list", names: listMethodNames, usages: listUsages },
    { table: "global", names: globalFunctionNames, usages: globalUsages },
  ])("has every $table function the compiler knows, and no other", ({ names, usages }) => {
    expect(usages.map(({ name }) => name).sort()).toEqual([...names].sort());
    for (const { name, write } of usages) {
      expect(write).toMatch(new RegExp(`(?:^|\\.)${name}\\(`, "u"));
      expect(page).toContain(`| \`${write.replaceAll("|", "\\|")}\``);
    }
  });

  it("has every action with the platform's own name for it", () => {
    const members = ["SkillContext", "RuntimeContext"].flatMap((name) => contextMembers(toolkitRoot, name));
    const rows = page.split("\n").filter((line) => line.startsWith("| `ctx."));
    expect(rows).toHaveLength(actionNames.length);
    for (const name of actionNames) {
      const row = rows.find((line) => line.startsWith(`| \`ctx.${name}(`));
      expect(row?.split(" | ")[1]).toMatch(/`(?:[A-Z][A-Za-z]+|uuid\.uuid4)`/u);
      expect(members.map((member) => member.name)).toContain(name);
    }
    expect(page).toContain("`GetTriggeredAct`, `GetAct`");
  });

  it("links what is refused to the page of diagnostics", () => {
    const headings = readFileSync(join(toolkitRoot, "docs/diagnostics.md"), "utf8").split("\n");
    expect(refused.length).toBeGreaterThan(10);
    for (const [instead, write, key] of refused) {
      const heading = diagnosticHeading(key);
      expect(headings).toContain(`### ${heading}`);
      expect(page).toContain(`[${heading}](diagnostics.md#`);
      expect(page).toContain(instead.replaceAll("|", "\\|"));
      expect(page).toContain(write.replaceAll("|", "\\|"));
    }
  });

  it("has every function of the SDK", () => {
    const functions = sdkFunctions(toolkitRoot);
    expect(functions.length).toBeGreaterThan(15);
    for (const { name, comment } of functions) {
      expect(page).toContain(`| \`${name}(`);
      expect(comment).not.toBe("");
    }
  });
});

describe("the first commands of docs/subset.md", () => {
  const block = (language: string): string =>
    new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, "u").exec(page)?.[1] ?? "";

  it("work as they stand, in any folder", async () => {
    const folderOfReader = temporaryFolder();
    writeFileSync(join(folderOfReader, "hello.ts"), block("ts"));
    writeFileSync(join(folderOfReader, "input.json"), block("json"));
    const commands = block("sh")
      .split("\n")
      .map((line) => /^npx \S+ ([^#]*)/u.exec(line)?.[1]?.trim().split(/\s+/u) ?? [])
      .filter((words) => words.length > 0);
    expect(commands).toHaveLength(2);
    for (const words of commands) {
      const there = words.map((word) =>
        /^[a-z]+\.(?:ts|json)$/u.test(word) ? join(folderOfReader, word) : word,
      );
      const { code, out, err } = await runCaptured(...there);
      expect(err).toBe("");
      expect(code).toBe(0);
      expect(out).toContain(words.includes("--run") ? '"equal": true' : "_main_1");
    }
  });
});

describe("the examples of docs/subset.md", () => {
  let runner: ProgramRunner | null = null;
  const compiled = compilePrograms(examples.map(({ name, file }) => ({ name, file })));

  beforeAll(async () => {
    runner = await createRunner(compiled);
  });
  afterAll(() => runner?.close());

  it("compile", () => {
    expect(compiled.problems).toEqual([]);
    expect(compiled.flows.size).toBe(examples.length);
  });

  it.each(examples)("$name does the same in both runtimes", async ({ name, runs }) => {
    for (const run of runs) {
      const result = await runner?.compare(name, run);
      expect(result?.nsl).toEqual(result?.js);
      expect(result?.equal).toBe(true);
    }
  });
});

describe("readExample", () => {
  it("refuses a program that does not say how it is run", () => {
    expect(() => readExample(join(toolkitRoot, "scripts", "sdk"), "index")).toThrow(
      "must begin with a comment",
    );
  });
});
