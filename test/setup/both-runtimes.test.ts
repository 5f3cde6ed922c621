import { expect, it } from "vitest";
import { attributes } from "../../attributes/index.ts";
import { startAltegio } from "../../scripts/simulator/api/index.ts";
import { actionLog, nodeProgram } from "../../scripts/sandbox/conversations/index.ts";
import { createSandbox, type SandboxOptions, scriptedBrain } from "../../scripts/sandbox/platform/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { triedModule } from "../conversations/tried-module.ts";
import { connected } from "./account.ts";

/** Monday, 19 October 2026, 10:00 in Berlin. */
const now = Date.UTC(2026, 9, 19, 8);

/** What two publishes do: the first without tokens, the second with everything entered. */
async function publishedTwice(executor: NonNullable<SandboxOptions["executor"]>): Promise<string[]> {
  const altegio = await startAltegio({ now: () => new Date(now) });
  const sandbox = await createSandbox({
    artifact: builtArtifact(),
    executor,
    now: () => now,
    brain: scriptedBrain(),
    // Each simulator has a port of its own, and the log names the host that was asked for.
    hosts: { "https://api.alteg.io": altegio.url, "https://app.alteg.io": altegio.url },
    secretAttributes: attributes.filter(({ secret }) => secret).map(({ idn }) => idn),
  });
  try {
    await sandbox.install();
    await sandbox.publish();
    Object.entries(connected).forEach(([idn, value]) => {
      sandbox.setAttribute(idn, value);
    });
    await sandbox.publish();
    expect(sandbox.trace.of("error", 0)).toEqual([]);
    return actionLog(sandbox.trace.entries, triedModule.module.runtime.frameNames.prefix);
  } finally {
    await sandbox.close();
    await altegio.close();
  }
}

it("publishing does the same in both runtimes, action by action", async () => {
  const inNode = await publishedTwice(nodeProgram(triedModule.module));
  const inNsl = await publishedTwice("nsl");
  expect(inNode.length).toBeGreaterThan(100);
  expect(inNsl).toEqual(inNode);
});
