/** Lines of the log and places that the pages show can be looked up in the module as it is built. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { locateLine, readLogLine, readStepLine } from "../../scripts/artifact/locate.ts";
import { commands } from "../../scripts/cli/commands.ts";
import { builtModule, root } from "./built-module.ts";

const { manifest } = builtModule();

describe("the page on updating", () => {
  it("shows steps of which every place is found", () => {
    const page = readFileSync(join(root, "docs/updating.md"), "utf8");
    const steps = page.split("\n").filter((line) => line.startsWith("altegio step: "));
    expect(steps.length).toBeGreaterThan(0);
    const found = steps.map((line) => readStepLine(line).map((place) => locateLine(manifest, place)));
    expect(found.filter((places) => places.length === 0)).toEqual([]);
    expect(found.flat().filter(({ ok }) => !ok)).toEqual([]);
  });
});

describe("the examples of locate", () => {
  it.each(Object.keys(commands.locate.examples))("%s names a line that is there", (example) => {
    const place = readLogLine(example);
    expect(place && locateLine(manifest, place)).toMatchObject({ ok: true });
  });
});
