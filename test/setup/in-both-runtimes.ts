/** Accounts that live the same life in both runtimes. */
import { expect } from "vitest";
import { attributes } from "../../attributes/index.ts";
import { actionLog, nodeProgram } from "../../scripts/sandbox/conversations/index.ts";
import { createSandbox, scriptedBrain, type Sandbox } from "../../scripts/sandbox/platform/index.ts";
import { startAltegio, type AltegioOptions } from "../../scripts/simulator/api/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { triedModule } from "../conversations/tried-module.ts";
import { connected } from "./account.ts";

/** Monday, 19 October 2026, 10:00 in Berlin. */
const start = Date.UTC(2026, 9, 19, 8);

/** What a life is made of. */
export interface Life {
  readonly sandbox: Sandbox;
  /** What an attribute holds. */
  get(idn: string): string;
  /** What a person enters. */
  set(idn: string, value: string): void;
  publish(): Promise<void>;
  /** The set-up status's line that begins with a word; "" when there is none. */
  status(word: string): string;
  /** Lets hours pass. */
  pass(hours: number): void;
}

/**
 * Lives it in NSL, then in Node, and compares what the skills did and all that is stored afterwards. No skill may stop.
 *
 * @param values what stands in the account, beside what connects the demo salon
 * @param live its expectations hold in either runtime
 */
export async function inBothRuntimes(
  values: Readonly<Record<string, string>>,
  live: (life: Life) => Promise<void>,
  salon: () => Partial<AltegioOptions> = () => ({}),
): Promise<void> {
  const ends: unknown[] = [];
  for (const executor of ["nsl", nodeProgram(triedModule.module)] as const) {
    let now = start;
    const altegio = await startAltegio({ now: () => new Date(now), ...salon() });
    const sandbox = await createSandbox({
      artifact: builtArtifact(),
      ...{ executor, now: () => now, brain: scriptedBrain() },
      hosts: { "https://api.alteg.io": altegio.url, "https://app.alteg.io": altegio.url },
      secretAttributes: attributes.filter(({ secret }) => secret).map(({ idn }) => idn),
    });
    try {
      await sandbox.install();
      Object.entries({ ...connected, ...values }).forEach(([idn, value]) => {
        sandbox.setAttribute(idn, value);
      });
      await live({
        sandbox,
        get: (idn) => sandbox.getAttribute(idn),
        set: (idn, value) => {
          sandbox.setAttribute(idn, value);
        },
        publish: () => sandbox.publish(),
        status: (word) =>
          sandbox
            .getAttribute("altegio_setup_status")
            .split("\n")
            .find((line) => line.startsWith(`${word}:`)) ?? "",
        pass: (hours) => {
          now += hours * 3_600_000;
        },
      });
      expect(sandbox.trace.of("error", 0)).toEqual([]);
      ends.push({
        actions: actionLog(sandbox.trace.entries, triedModule.module.runtime.frameNames.prefix),
        values: sandbox.account.customer.idns.map((idn) => [idn, sandbox.getAttribute(idn)]),
      });
    } finally {
      await sandbox.close();
      await altegio.close();
    }
  }
  expect(ends[1]).toEqual(ends[0]);
}
