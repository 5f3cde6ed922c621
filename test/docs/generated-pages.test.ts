/** The pages that are made from the definitions, and the parts of the guide that are. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { attributes } from "../../attributes/index.ts";
import { tools } from "../../scenarios/tools.ts";
import { intents, procedures, scenarios } from "../../scenarios/index.ts";
import {
  definitionPages,
  definitionsOf,
  renderDefinitionPages,
} from "../../scripts/docs/definition-pages.ts";
import { guidePage, guideParts } from "../../scripts/docs/guide-parts.ts";
import { picturesFolder, pictureOf } from "../../scripts/docs/pictures.ts";
import { withParts } from "../../scripts/docs/with-parts.ts";
import { openProject } from "../../scripts/project/index.ts";
import { root } from "../assemble/built-module.ts";

const read = (page: string): string => readFileSync(join(root, page), "utf8");
let pages: ReadonlyMap<string, string> = new Map();
let parts: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  const definitions = await definitionsOf(openProject(root));
  pages = await renderDefinitionPages(root, definitions);
  parts = await guideParts(root, definitions);
});

describe("the pages on attributes, tools and scenarios", () => {
  it.each(Object.values(definitionPages).map(({ page }) => page))(
    "%s is up to date (npm run docs)",
    (page) => {
      expect(read(page)).toBe(pages.get(page));
    },
  );

  it("have every definition once, in a row or under a heading of its own", () => {
    const attributesPage = pages.get("docs/attributes.md") ?? "";
    attributes.forEach(({ idn, description }) => {
      const rows = attributesPage.split("\n").filter((line) => line.startsWith(`| \`${idn}\` `));
      expect(rows).toHaveLength(1);
      expect(rows[0]).toContain(description);
    });
    const toolsPage = pages.get("docs/tools.md") ?? "";
    tools.forEach(({ idn, conditions }) => {
      expect(toolsPage.split(`\n## ${idn}\n`)).toHaveLength(2);
      conditions.forEach(({ description }) => expect(toolsPage).toContain(description));
    });
    const scenariosPage = pages.get("docs/scenarios.md") ?? "";
    [...intents, ...procedures, ...scenarios].forEach(({ idn }) => {
      expect(scenariosPage.split(`\`${idn}\`. `)).toHaveLength(2);
    });
    // Prettier breaks no line of a page, but puts a backslash before a mark.
    const plain = scenariosPage.replace(/[\\*_]/gu, "");
    [...procedures, ...scenarios]
      .flatMap(({ steps }) => steps)
      .forEach(({ text }) => expect(plain).toContain(text.replace(/[\\*_]/gu, "")));
  });
});

describe("the guide", () => {
  it("has its parts as they are made (npm run docs)", () => {
    expect(withParts(guidePage, read(guidePage), parts)).toBe(read(guidePage));
  });

  it("names the eleven attributes of the form, and no other", () => {
    const named = [
      ...`${parts.get("settings") ?? ""}\n${parts.get("options") ?? ""}`.matchAll(/^\| `(\w+)`/gmu),
    ];
    const own = attributes.filter(({ owner }) => owner === "user").map(({ idn }) => idn);
    expect(named.map(([, idn]) => idn).sort()).toEqual([...own].sort());
    expect(own).toHaveLength(11);
  });

  it("names no attribute and no tool that does not exist", () => {
    const known = [
      ...attributes.map(({ idn }) => idn),
      ...tools.map(({ idn }) => idn),
      "altegio_integration",
      "altegio_connector",
    ];
    for (const page of [guidePage, "docs/updating.md"]) {
      const named = new Set(read(page).match(/\baltegio_\w+/gu));
      expect([...named].filter((idn) => !known.includes(idn))).toEqual([]);
    }
  });
});

describe("the notes on updating", () => {
  it("have a heading for each version of the changelog", () => {
    const versions = [...read("CHANGELOG.md").matchAll(/^## (\d+\.\d+\.\d+)/gmu)].map(
      ([, version]) => version,
    );
    const notes = [...read("docs/updating.md").matchAll(/^### (\d+\.\d+\.\d+)/gmu)].map(
      ([, version]) => version,
    );
    expect(notes).toEqual(versions);
  });
});

describe("a picture", () => {
  it("is linked where it exists, by the plainest name", () => {
    const folder = mkdtempSync(join(tmpdir(), "pictures-"));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    expect(pictureOf(folder, "talk", guidePage)).toBe("");
    mkdirSync(join(folder, picturesFolder), { recursive: true });
    ["talk-dark.png", "talk.png", "talk.txt"].forEach((name) => {
      writeFileSync(join(folder, picturesFolder, name), "");
    });
    expect(pictureOf(folder, "talk", guidePage)).toMatch(/^!\[[^\]]+\]\(pictures\/talk\.png\)$/u);
    expect(pictureOf(folder, "talk", "README.md")).toContain("(docs/pictures/talk.png)");
    expect(pictureOf(folder, "calendar", guidePage)).toBe("");
  });
});
