/**
 * Each pass as a reader sees it: skills without it and with it, all others being made. The texts stand in `pages/`;
 * `UPDATE_GOLDEN=1 npx vitest run test/compiler/optimise/pages.test.ts` rewrites them: then look at the change.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passNames } from "../../../scripts/compiler/optimise/index.ts";
import { compilePrograms, createRunner, type ProgramRunner } from "../../../scripts/sandbox/program/index.ts";
import { pageOptions, pageProgram, pageSkills, readPages, renderPage } from "./read-pages.ts";

const rewrite = process.env["UPDATE_GOLDEN"] === "1";
const pages = readPages();
const examples = pages.flatMap((page) => page.examples);

describe("the pages of the passes", () => {
  it("are one for each pass", () => {
    expect(examples.map(({ pass }) => pass)).toEqual(
      pages.flatMap((page) => page.examples.map(() => page.examples[0]?.pass)),
    );
    expect(pages.map((page) => page.examples[0]?.pass).sort()).toEqual([...passNames].sort());
  });

  it.each(pages.map((page) => [basename(page.file), page] as const))("%s reads as it did", (_name, page) => {
    const on = pageSkills(page.examples, new Set());
    const off = pageSkills(page.examples, new Set(page.examples.map(({ pass }) => pass)));
    const text = renderPage(page, ({ name }) => [off.get(name) ?? "", on.get(name) ?? ""]);
    if (rewrite) {
      writeFileSync(page.file, text);
    }
    expect(text).toBe(readFileSync(page.file, "utf8"));
    for (const { name, title } of page.examples) {
      expect(on.get(name), title).not.toBe("");
      expect(on.get(name), title).not.toBe(off.get(name));
    }
  });
});

describe.each([
  ["without its pass", true],
  ["with every pass", false],
] as const)("an example %s", (_way, isOff) => {
  const runners = new Map<string, ProgramRunner>();
  beforeAll(async () => {
    for (const { pass } of pages.flatMap((page) => page.examples.slice(0, 1))) {
      const programs = examples.filter((example) => example.pass === pass).map(pageProgram);
      const compiled = compilePrograms(programs, {
        withoutPasses: new Set(isOff ? [pass] : []),
        ...pageOptions(pass, programs),
      });
      expect(compiled.problems).toEqual([]);
      runners.set(pass, await createRunner(compiled));
    }
  });
  afterAll(() => Promise.all([...runners.values()].map((runner) => runner.close())));

  it.each(examples.map((example) => [`${example.pass}: ${example.title}`, example] as const))(
    "%s does what JavaScript does",
    async (_title, { name, pass, runs }) => {
      expect(runs.length).toBeGreaterThan(0);
      for (const run of runs) {
        const outcome = await runners.get(pass)?.compare(name, run);
        expect(outcome?.js.error).toBeUndefined();
        expect(outcome?.nsl).toEqual(outcome?.js);
      }
    },
  );
});
