import { existsSync, readdirSync, readFileSync } from "node:fs";
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

  it("is short, and names the two commands", () => {
    expect(text).toContain("npm ci && npm start");
    expect(text).toContain("npm ci && npm test");
    const own = text.replace(/<!-- (\w+):start -->.*?<!-- \1:end -->/gsu, "");
    expect(own.split("\n").length).toBeLessThan(100);
  });

  it("leads to every page of docs/", () => {
    const pages = readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md"));
    expect(pages.filter((name) => !text.includes(`(docs/${name})`))).toEqual([]);
  });
});

describe("docs/architecture.md", () => {
  it("names folders and files that exist", () => {
    const page = readFileSync(join(root, "docs/architecture.md"), "utf8");
    const folders = [...page.matchAll(/^\| `([\w./]+)` /gmu)].map(([, name]) => name ?? "");
    expect(folders.length).toBeGreaterThan(20);
    expect(folders.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });

  it("names every folder of the toolkit", () => {
    const page = readFileSync(join(root, "docs/architecture.md"), "utf8");
    const folders = readdirSync(join(root, "scripts"), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map(({ name }) => name).filter((name) => !page.includes(`\`scripts/${name}/\``))).toEqual(
      [],
    );
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
