/** Accounts with the built module installed, connected to the Altegio simulator. */
import { attributes } from "../../attributes/index.ts";
import {
  DEMO_APPLICATION_ID,
  DEMO_LOCATION_ID,
  DEMO_PARTNER_TOKEN,
  DEMO_USER_TOKEN,
  startAltegio,
  type AltegioOptions,
  type AltegioServer,
} from "../../scripts/simulator/api/index.ts";
import type { ArtifactTree } from "../../scripts/model/types.ts";
import { createSandbox, scriptedBrain, type Sandbox } from "../../scripts/sandbox/platform/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";

const open: { close(): Promise<void> }[] = [];

/** Closes every account made so far; what each file that makes them does after all its tests. */
export async function closeAccounts(): Promise<void> {
  await Promise.all(open.splice(0).map((one) => one.close()));
}

/** The artifact without the flows that take no part in set-up. */
export function theArtifact(): ArtifactTree {
  return new Map(
    [...builtArtifact()].filter(([path]) => !path.includes("/flows/") || path.includes("/flows/SetupFlow/")),
  );
}

/** What a Builder user enters who connects the demo salon. */
export const connected = {
  altegio_partner_token: DEMO_PARTNER_TOKEN,
  altegio_application_id: String(DEMO_APPLICATION_ID),
  altegio_location_id: String(DEMO_LOCATION_ID),
  altegio_user_token: DEMO_USER_TOKEN,
} as const;

/** An account with the module installed but not published yet. */
export interface TestAccount {
  readonly sandbox: Sandbox;
  readonly altegio: AltegioServer;
  /** Moves both clocks. */
  pass(hours: number): void;
}

/** Monday, 19 October 2026, 10:00 in Berlin. */
const start = Date.UTC(2026, 9, 19, 8);

/** @param values what the user has entered before the first publish */
export async function newAccount(
  values: Readonly<Record<string, string>> = connected,
  salon: Partial<AltegioOptions> = {},
): Promise<TestAccount> {
  let now = start;
  const altegio = await startAltegio({ now: () => new Date(now), ...salon });
  open.push(altegio);
  const sandbox = await createSandbox({
    artifact: theArtifact(),
    now: () => now,
    brain: scriptedBrain(),
    hosts: { "https://api.alteg.io": altegio.url, "https://app.alteg.io": altegio.url },
    secretAttributes: attributes.filter(({ secret }) => secret).map(({ idn }) => idn),
  });
  open.push(sandbox);
  await sandbox.install();
  for (const [idn, value] of Object.entries(values)) {
    sandbox.setAttribute(idn, value);
  }
  return {
    sandbox,
    altegio,
    pass: (hours) => {
      now += hours * 3_600_000;
    },
  };
}

/** Remembers the account as it is; the function given brings it back, for tests that share one. */
export function rememberAccount({ sandbox }: TestAccount): () => void {
  const { customer, connectors } = sandbox.account;
  const remembered = customer.idns.map((idn) => ({ idn, ...customer.find(idn) }));
  return () => {
    connectors.clear();
    for (const idn of customer.idns) {
      customer.delete(idn);
    }
    for (const { idn, value = "", metadata = {} } of remembered) {
      customer.setValue(idn, value);
      customer.setMetadata(idn, metadata);
    }
  };
}

/** Publishes, and fails the test when a skill stopped on an error. */
export async function publish({ sandbox }: TestAccount): Promise<void> {
  const from = sandbox.trace.entries.length;
  await sandbox.publish();
  const errors = sandbox.trace.of("error", from);
  if (errors.length > 0) {
    throw new Error(
      errors.map(({ skill, line, message }) => `${skill}:${String(line)} ${message}`).join("\n"),
    );
  }
}

/** The set-up status. */
export function statusOf({ sandbox }: TestAccount): string {
  return sandbox.getAttribute("altegio_setup_status");
}

/** Every customer attribute with its value. */
export function valuesOf({ sandbox }: TestAccount): Record<string, string> {
  return Object.fromEntries(sandbox.account.customer.idns.map((idn) => [idn, sandbox.getAttribute(idn)]));
}
