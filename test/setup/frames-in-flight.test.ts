import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attributes } from "../../attributes/index.ts";
import { framePrefix } from "../../module/constants.ts";
import { buildModule } from "../../scripts/assemble/index.ts";
import type { ArtifactTree } from "../../scripts/model/types.ts";
import { type AltegioServer, startAltegio } from "../../scripts/simulator/api/index.ts";
import { createSandbox, type Sandbox, scriptedBrain } from "../../scripts/sandbox/platform/index.ts";
import { connected } from "./account.ts";
import { openProject } from "../../scripts/project/index.ts";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");
/** Wednesday, 2 December 2026, 09:00 in Berlin. */
const now = Date.UTC(2026, 11, 2, 8);

let tree: ArtifactTree;
let changedTree: ArtifactTree;
let altegio: AltegioServer;
let sandbox: Sandbox;
/** Holds answers back until it is opened; null lets them through. */
let gate: Promise<void> | null = null;
let asked = 0;

beforeAll(async () => {
  tree = await built();
  const file = `${root}/skills/lookups/free-times.ts`;
  const source = readFileSync(file, "utf8");
  const changed = source.replace(
    /(export async function freeTimes\([^]*?\{\n)/u,
    '$1  ctx.log("another version");\n',
  );
  expect(changed).not.toBe(source);
  changedTree = await built(new Map([[file, changed]]));
  altegio = await startAltegio({ now: () => new Date(now) });
  sandbox = await createSandbox({
    artifact: tree,
    now: () => now,
    brain: scriptedBrain(),
    hosts: { "https://api.alteg.io": altegio.url, "https://app.alteg.io": altegio.url },
    secretAttributes: attributes.filter(({ secret }) => secret).map(({ idn }) => idn),
    fetch: async (input, init) => {
      asked += 1;
      await gate;
      return fetch(input, init);
    },
  });
  await sandbox.install();
  Object.entries(connected).forEach(([idn, value]) => {
    sandbox.setAttribute(idn, value);
  });
  await sandbox.publish();
});

afterAll(async () => {
  await sandbox.close();
  await altegio.close();
});

async function built(overlay = new Map<string, string>()): Promise<ArtifactTree> {
  const { build, problems } = await buildModule({ project: openProject(root), overlay });
  if (build === null) {
    throw new Error(problems.map(({ code, message }) => `${code} ${message}`).join("\n"));
  }
  return build.tree;
}

/** Asks for times and updates the module while Altegio's answer is under way; gives what the caller hears. */
async function askAcrossUpdate(next: ArtifactTree): Promise<{ answers: readonly string[]; frames: number }> {
  let open = (): void => undefined;
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const before = asked;
  const caller = sandbox.conversation({
    channel: "newo_voice/newo_voice_connector",
    externalId: "+4915112345678",
  });
  const turn = caller.say({
    user: "What do you have for a women's haircut with Anna tomorrow?",
    agent: "I'm checking the available times now, one moment.",
    tool: "altegio_check_availability_tool",
    facts: { services: ["Women's haircut"], staff: "Anna", date: "2026-12-03" },
  });
  await expect.poll(() => asked, { timeout: 20_000 }).toBe(before + 1);
  await sandbox.forceUpdate(next);
  gate = null;
  open();
  const { answers, errors } = await turn;
  expect(errors).toEqual([]);
  const kept = sandbox.trace.entries.filter(
    (entry) =>
      entry.kind === "action" &&
      entry.action === "SetPersonaAttribute" &&
      String(entry.kwargs["field"]).startsWith(framePrefix),
  );
  return { answers, frames: kept.length };
}

describe("a Force Update while an answer is under way", () => {
  it("goes on with the new version where the skill is the same", async () => {
    const { answers, frames } = await askAcrossUpdate(tree);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toContain("Free times for Women's haircut with Anna Becker");
    expect(frames).toBeGreaterThan(0);
  });

  it("says the truth where the skill has changed, and claims nothing", async () => {
    const { answers } = await askAcrossUpdate(changedTree);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toContain("its outcome is not known");
    expect(answers[0]).not.toMatch(/free times|booked/iu);
  });

  it("answers the next question as always", async () => {
    const { answers } = await askAcrossUpdate(changedTree);
    expect(answers[0]).toContain("Free times for Women's haircut with Anna Becker");
  });
});
