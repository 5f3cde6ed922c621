import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../scripts/cli/commands.ts";
import { cliPage, renderCli } from "../../scripts/docs/render-cli.ts";
import { diagnosticsPage, renderDiagnostics } from "../../scripts/docs/render-diagnostics.ts";
import { scenarioCatalogue } from "../../scripts/lint/index.ts";
import { root } from "../assemble/built-module.ts";

describe("the page of the command line", () => {
  it("is up to date", async () => {
    expect(readFileSync(join(root, cliPage), "utf8")).toBe(await renderCli(root));
  });

  it("has every verb with every option and example", async () => {
    const page = await renderCli(root);
    for (const [name, { options, examples }] of Object.entries(commands)) {
      const [, section = ""] = page.split(`\n## ${name}\n`);
      const own = section.split("\n## ")[0] ?? "";
      Object.keys(options).forEach((option) => {
        expect(own).toMatch(new RegExp(`--(no-)?${option}\\b`, "u"));
      });
      Object.keys(examples).forEach((line) => {
        expect(own).toContain(line);
      });
    }
  });
});

describe("the page of the diagnostics", () => {
  it("is up to date, and has the linter's", async () => {
    const page = await renderDiagnostics(root);
    expect(readFileSync(join(root, diagnosticsPage), "utf8")).toBe(page);
    for (const { code, name } of Object.values(scenarioCatalogue)) {
      expect(page).toContain(`### ${code} ${name}\n`);
    }
  });
});
