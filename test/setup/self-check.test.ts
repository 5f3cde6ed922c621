/** The self-check in both runtimes: what it reports, that it changes nothing, and that no line holds a token. */
import { afterAll, describe, expect, it } from "vitest";
import { attributes } from "../../attributes/index.ts";
import { startAltegio, type AltegioServer } from "../../scripts/simulator/api/index.ts";
import { actionLog, nodeProgram } from "../../scripts/sandbox/conversations/index.ts";
import { createSandbox, scriptedBrain, type Sandbox } from "../../scripts/sandbox/platform/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { triedModule } from "../conversations/tried-module.ts";
import { connected } from "./account.ts";

/** Monday, 19 October 2026, 10:00 in Berlin. */
const now = Date.UTC(2026, 9, 19, 8);
const open: { close(): Promise<void> }[] = [];
afterAll(async () => {
  await Promise.all(open.map((one) => one.close()));
});

/** A published account in each runtime. */
async function accountIn(runtime: "node" | "nsl"): Promise<{ sandbox: Sandbox; altegio: AltegioServer }> {
  const altegio = await startAltegio({ now: () => new Date(now) });
  const sandbox = await createSandbox({
    artifact: builtArtifact(),
    executor: runtime === "nsl" ? "nsl" : nodeProgram(triedModule.module),
    now: () => now,
    brain: scriptedBrain(),
    hosts: { "https://api.alteg.io": altegio.url, "https://app.alteg.io": altegio.url },
    secretAttributes: attributes.filter(({ secret }) => secret).map(({ idn }) => idn),
  });
  open.push(sandbox, altegio);
  await sandbox.install();
  Object.entries(connected).forEach(([idn, value]) => {
    sandbox.setAttribute(idn, value);
  });
  await sandbox.publish();
  return { sandbox, altegio };
}

interface Check {
  readonly lines: readonly string[];
  readonly actions: readonly string[];
}

/** Fires the event. Fails when an attribute has changed, anything but a GET was sent, or a line holds a secret. */
async function check(sandbox: Sandbox): Promise<Check> {
  const { customer } = sandbox.account;
  const values = (): [string, string][] => customer.idns.map((idn) => [idn, customer.value(idn)]);
  const before = values();
  const from = sandbox.trace.entries.length;
  sandbox.sendEvent("integration_test", "api", "webhook");
  await sandbox.settle();
  expect(sandbox.trace.of("error", from)).toEqual([]);
  expect(values()).toEqual(before);
  expect(sandbox.trace.of("http", from).filter(({ method }) => method !== "GET")).toEqual([]);
  const lines = sandbox.trace.of("log", from).map(({ message }) => message);
  expect(lines.join("\n")).not.toMatch(/\[secret\]|bearer|https?:/iu);
  return {
    lines: lines.filter((line) => line.startsWith("Altegio self-check. ")).map((line) => line.slice(20)),
    actions: actionLog(sandbox.trace.entries.slice(from), triedModule.module.runtime.frameNames.prefix),
  };
}

const situations: readonly (readonly [
  string,
  (account: { sandbox: Sandbox; altegio: AltegioServer }) => void,
  RegExp[],
])[] = [
  [
    "in order",
    () => undefined,
    [
      /^Settings: all in order$/u,
      /^Connector: altegio_connector is running$/u,
      /^Altegio: accepts the partner token and knows the location$/u,
      /^User token: accepted/u,
      /^Free times: [1-9][0-9]* on 2026-10-20 for the first service$/u,
    ],
  ],
  [
    "a stopped connector",
    ({ sandbox }) => {
      const own = sandbox.account.connector("http", "altegio_connector");
      if (own !== undefined) {
        own.status = "stopped";
      }
    },
    [
      /^Settings/u,
      /^Connector: altegio_connector is stopped: publish the project$/u,
      /^Altegio: the location could not be read. Altegio could not be reached/u,
      /^User token: not checked/u,
      /^Free times: could not be read/u,
    ],
  ],
  [
    "a wrong partner token",
    ({ sandbox }) => {
      sandbox.setAttribute("altegio_partner_token", "nobodys-token");
    },
    [
      /^Settings/u,
      /^Connector/u,
      /could not be read\. Altegio refused the partner token/u,
      /^User token: refused/u,
      /^Free times: could not be read\. Altegio refused the partner token/u,
    ],
  ],
  [
    "no location",
    ({ sandbox }) => {
      sandbox.setAttribute("altegio_location_id", "");
    },
    [/^Missing: altegio_location_id/u, /^Connector/u, /^Altegio: not asked/u],
  ],
];

describe("integration_test", () => {
  it.each(situations)("reports %s, and does the same in both runtimes", async (_name, prepare, expected) => {
    const checks: Check[] = [];
    for (const runtime of ["node", "nsl"] as const) {
      const account = await accountIn(runtime);
      prepare(account);
      checks.push(await check(account.sandbox));
    }
    const [inNode, inNsl] = checks;
    expect(inNode?.lines).toEqual(expected.map((pattern) => expect.stringMatching(pattern) as string));
    expect(inNsl).toEqual(inNode);
  });
});
