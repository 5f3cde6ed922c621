import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readmeParts } from "../../scripts/docs/readme-parts.ts";
import { withParts } from "../../scripts/docs/with-parts.ts";
import { root } from "../assemble/built-module.ts";

describe("README.md", () => {
  const text = readFileSync(join(root, "README.md"), "utf8");

  it("shows the example as it is and as it compiles (npm run docs)", () => {
    const parts = readmeParts(root);
    expect(parts.get("nsl")).toContain("{{ _sendRequest(");
    expect(withParts("README.md", text, parts)).toBe(text);
  });

  it("names the two commands and folders that exist", () => {
    expect(text).toContain("npm ci && npm start");
    expect(text).toContain("npm ci && npm test");
    const folders = [...text.matchAll(/^\| `([\w./]+)` /gmu)].map(([, name]) => name ?? "");
    expect(folders.length).toBeGreaterThan(5);
    for (const folder of folders.filter((name) => name.includes("/") || name.includes("."))) {
      expect(() => readFileSync(join(root, folder))).not.toThrow("ENOENT");
    }
  });
});

describe("withParts", () => {
  const part = new Map([["x", "new"]]);

  it("replaces what is between the markers and nothing else", () => {
    const text = "a\n<!-- x:start -->\n\nold\n\n<!-- x:end -->\nb\n";
    expect(withParts("page.md", text, part)).toBe(text.replace("old", "new"));
  });

  it("refuses a text without a place for a part", () => {
    expect(() => withParts("page.md", "<!-- x:end -->", part)).toThrow(
      'page.md has no place for the part "x"',
    );
  });
});
