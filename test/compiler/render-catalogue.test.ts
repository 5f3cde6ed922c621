import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../scripts/compiler/diagnostics/catalogue.ts";
import { renderCatalogue } from "../../scripts/compiler/diagnostics/render-catalogue.ts";
import { root } from "./compile-fixtures.ts";

describe("the page of the diagnostics", async () => {
  const page = await renderCatalogue(root);

  test("is up to date", () => {
    expect(readFileSync(join(root, "docs", "diagnostics.md"), "utf8").startsWith(page.trimEnd())).toBe(true);
  });

  test.each(Object.values(catalogue).map((entry) => [entry.name, entry] as const))(
    "has %s",
    (name, entry) => {
      expect(page.split(`### NSL${String(entry.code)} ${name}\n`)).toHaveLength(2);
    },
  );

  test("has an example for every diagnostic and no details left open", () => {
    expect(page.match(/^Refused:$/gmu)).toHaveLength(Object.keys(catalogue).length);
    expect(page).not.toMatch(/\{[0-9]\}/u);
  });
});
