/** A rebuild takes over what a change leaves alone; what it gives is what a build from nothing gives. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildModule, type BuildResult } from "../../scripts/assemble/index.ts";
import { root } from "./built-module.ts";
import { openProject } from "../../scripts/project/index.ts";

type Edit = readonly [file: string, from: string, to: string];

const handler: Edit = [
  "skills/availability/check-availability.ts",
  "export async function",
  "// A line that moves what follows.\nexport async function",
];
/** A helper that most flows have a skill of. */
const helper: Edit = ["skills/text/speak-date.ts", '"and"', '"and also"'];
/** A part of every flow, whether a file imports it or not. */
const sdk: Edit = [
  "scripts/sdk/records.ts",
  "export function orderedKeys",
  "// A line that moves what follows.\nexport function orderedKeys",
];
/** Bits are not shifted in NSL. */
const refused: Edit = [
  "skills/text/speak-date.ts",
  "export function speakMoment(date: string, time: string): string {",
  "export function speakMoment(date: string, time: string): string {\n  const half = time.length >> 1;\n  if (half > 9) {\n    return time;\n  }",
];
const mistyped: Edit = [
  "skills/domain/phone.ts",
  "export function digitsOf",
  "export const x: number = '';\nexport function digitsOf",
];

function overlayOf(edits: readonly Edit[]): Map<string, string> {
  const overlay = new Map<string, string>();
  for (const [name, from, to] of edits) {
    const file = join(root, name);
    const before = overlay.get(file) ?? readFileSync(file, "utf8");
    expect(before).toContain(from);
    overlay.set(file, before.replace(from, to));
  }
  return overlay;
}

function outcome({ build, problems }: BuildResult): object {
  return {
    problems,
    files: build === null ? [] : [...build.tree],
    manifest: build?.manifest,
    maps: build === null ? [] : [...build.maps],
  };
}

/** What a build from nothing gives, by the edits; some steps are taken more than once. */
const coldBuilds = new Map<string, Promise<BuildResult>>();

function buildCold(edits: readonly Edit[]): Promise<BuildResult> {
  const key = JSON.stringify(edits);
  const known = coldBuilds.get(key) ?? buildModule({ project: openProject(root), overlay: overlayOf(edits) });
  coldBuilds.set(key, known);
  return known;
}

/** Builds step after step, each from what the one before left, and compares each with a build from nothing. */
async function expectSameAsCold(steps: readonly (readonly Edit[])[]): Promise<readonly BuildResult[]> {
  const results: BuildResult[] = [];
  let previous: BuildResult["state"] = null;
  for (const edits of steps) {
    const cold = await buildCold(edits);
    // There is nothing to begin with but a build from nothing.
    const warm: BuildResult =
      previous === null
        ? cold
        : await buildModule({ project: openProject(root), overlay: overlayOf(edits), previous });
    expect(outcome(warm)).toEqual(outcome(cold));
    previous = warm.state;
    results.push(warm);
  }
  return results;
}

function skillsOf(result: BuildResult | undefined): readonly (readonly [string, string])[] {
  return [...(result?.build?.tree ?? [])].filter(([path]) => path.endsWith(".nsl"));
}

describe("a rebuild gives what a build from nothing gives", () => {
  test("after a changed handler, a changed helper, and both taken back", async () => {
    const [first, second, third, last] = await expectSameAsCold([[], [handler], [handler, helper], []]);
    // A line more moves the places in the titles, which stand in the flows' files; no skill is another.
    expect(skillsOf(second)).toEqual(skillsOf(first));
    expect(third?.build?.tree).not.toEqual(first?.build?.tree);
    expect(last?.build?.tree).toEqual(first?.build?.tree);
  });

  test("after a change of the SDK, which every flow contains", async () => {
    await expectSameAsCold([[], [sdk], [sdk, helper]]);
  });

  test("while a refusal stays, although other files change, and when it is gone", async () => {
    const results = await expectSameAsCold([[], [refused], [refused, handler], [helper], []]);
    expect(results.map(({ problems }) => problems.length > 0)).toEqual([false, true, true, false, false]);
  });

  test("after a type error", async () => {
    const results = await expectSameAsCold([[], [mistyped], [mistyped, helper], [helper], []]);
    expect(results.map(({ build }) => build !== null)).toEqual([true, false, false, true, true]);
  });
});
