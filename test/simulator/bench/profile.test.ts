/** The profile that the optimiser goes by still tells what the skills do. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  buildModule,
  callProfileName,
  callProfileText,
  readCallProfile,
} from "../../../scripts/assemble/index.ts";
import { countedSite } from "../../../scripts/compiler/index.ts";
import { openProject } from "../../../scripts/project/index.ts";
import { measureProfile } from "../../../scripts/simulator/bench/profile.ts";
import { temporaryFolder } from "../../artifact/temporary-folder.ts";
import { root } from "../../assemble/built-module.ts";

/** The part of the calls that the profile may miss, or has of places that are no more, before it misleads. */
const STRAY = 0.1;

const project = openProject(root);
const advice = `${callProfileName(project)} is not of these skills any more: run \`npm run profile\`.`;

/** The part of what is counted in `counts` at places that `isKnown` does not know. */
function strayOf(
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
  isKnown: (flow: string, place: string) => boolean,
): number {
  let [all, stray] = [0, 0];
  for (const [flow, places] of counts) {
    for (const [place, count] of places) {
      all += count;
      stray += isKnown(flow, place) ? 0 : count;
    }
  }
  expect(all).toBeGreaterThan(0);
  return stray / all;
}

test("the profile knows what the measured requests do, and nothing that is no more", async () => {
  const { profile, problems } = readCallProfile(project);
  expect(problems).toEqual([]);
  const { build } = await buildModule({ project, isCounted: true });
  const places = new Set(
    build?.model.flows.flatMap(({ idn: flow, skills }) =>
      skills.map(({ idn }) => `${flow}: ${String(countedSite(idn))}`),
    ),
  );
  expect(
    strayOf(profile ?? new Map(), (flow, place) => places.has(`${flow}: ${place}`)),
    advice,
  ).toBeLessThan(STRAY);
  const requests = await measureProfile(build?.tree ?? new Map(), []);
  expect(
    strayOf(requests, (flow, place) => (profile?.get(flow)?.get(place) ?? 0) > 0),
    advice,
  ).toBeLessThan(STRAY);
});

test("a profile is written the same whatever the order it was measured in", () => {
  const counts: [string, number][] = [
    ["_b > _c 2", 3],
    ["_a > _c", 1],
    ["_b > _c", 0],
  ];
  const text = callProfileText(new Map([["Flow", new Map(counts)]]));
  expect(text).toBe(callProfileText(new Map([["Flow", new Map([...counts].reverse())]])));
  expect(text.split("\n").slice(2).join("\n")).toBe("Flow:\n  _a:\n    _c: 1\n  _b:\n    _c 2: 3\n");
});

test("a profile that is not of its form is a problem, and none is none", () => {
  const folder = temporaryFolder();
  const { folders } = project;
  expect(readCallProfile({ root: folder, folders })).toEqual({ profile: null, problems: [] });
  mkdirSync(join(folder, folders.module));
  const file = callProfileName(project);
  for (const [text, line] of [
    ["Flow:\n  _a:\n    _b: often\n", 1],
    ["Flow: 3\n", 1],
    ["", 1],
    ["Flow:\n  _a: [\n", 3],
  ] as const) {
    writeFileSync(join(folder, file), text);
    const { profile, problems } = readCallProfile({ root: folder, folders });
    expect(profile).toBeNull();
    expect(problems).toMatchObject([{ code: "BLD3007", position: { file, line } }]);
  }
});
