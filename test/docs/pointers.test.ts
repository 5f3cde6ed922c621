/** Comments point to facts by page and heading: `docs/platform.md, "HTTP results"`. Every pointer leads somewhere. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../assemble/built-module.ts";

const folders = ["attributes", "module", "scenarios", "skills", "scripts", "test"];

/** All files below the folders that may have comments, with line breaks inside comments taken out. */
const sources = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:ts|mjs|py)$/u.test(name))
    .map((name) => join(folder, name))
    .map((path) => ({
      path,
      text: readFileSync(join(root, path), "utf8").replace(/\n\s*(?:\*|\/\/|#)? /gu, " "),
    })),
);

const pages = new Map(
  ["README.md", "CONTRIBUTING.md", ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`)]
    .filter((path) => path.endsWith(".md"))
    .map((path) => [path, readFileSync(join(root, path), "utf8")]),
);

function headingsOf(page: string): string[] {
  const prose = (pages.get(page) ?? "").replace(/^```.*?^```/gmsu, "");
  return [...prose.matchAll(/^#+ (.+)$/gmu)].map(([, heading = ""]) => heading);
}

/** The anchor a heading gets where Markdown is shown. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

describe("comments", () => {
  const pointers = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/(docs\/[a-z-]+\.md), ("[^"]+"(?:(?:,| and) "[^"]+")*)/gu)].flatMap(
      ([, page = "", quoted = ""]) =>
        [...quoted.matchAll(/"([^"]+)"/gu)].map(([, heading = ""]) => ({ path, page, heading })),
    ),
  );

  it("point to headings that exist", () => {
    const lost = pointers.filter(({ page, heading }) => !headingsOf(page).includes(heading));
    expect(lost).toEqual([]);
    expect(pointers.length).toBeGreaterThan(100);
  });

  it("point nowhere else", () => {
    const others = /reference,\s+sections?|\(sections? \d|\bUNKNOWN U\d/u;
    expect(sources.filter(({ text }) => others.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe("pages", () => {
  it.each(["docs/platform.md", "docs/altegio-api.md"])("%s has each heading once", (page) => {
    const headings = headingsOf(page);
    expect(headings.filter((heading, index) => headings.indexOf(heading) !== index)).toEqual([]);
  });

  it.each([...pages.keys()])("%s has links that lead somewhere", (page) => {
    const links = [...(pages.get(page) ?? "").matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/gu)];
    const lost = links.filter(([, path = "", anchor]) => {
      const target = path === "" ? page : join(dirname(page), path);
      const found = existsSync(join(root, target));
      return !found || (anchor !== undefined && !headingsOf(target).map(anchorOf).includes(anchor));
    });
    expect(lost.map(([link]) => link)).toEqual([]);
  });
});
