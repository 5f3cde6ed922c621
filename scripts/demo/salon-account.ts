/** A Newo account with the module installed, connected to a simulated salon. Everything stays on this machine. */
import {
  applicationId,
  attributes,
  locationId,
  partnerToken,
  setupStatus,
  userToken,
} from "../../attributes/index.ts";
import type { ArtifactTree } from "../model/types.ts";
import {
  DEMO_APPLICATION_ID,
  DEMO_LOCATION_ID,
  DEMO_PARTNER_TOKEN,
  DEMO_USER_TOKEN,
  startAltegio,
  type AltegioServer,
} from "../simulator/api/index.ts";
import { createSandbox, scriptedBrain, type Sandbox } from "../sandbox/platform/index.ts";

/** Both sides of the integration, running. */
export interface SalonAccount {
  readonly sandbox: Sandbox;
  readonly altegio: AltegioServer;
  /** Stops both. */
  close(): Promise<void>;
}

/** The values nobody must ever see printed. */
export const demoSecrets: readonly string[] = [DEMO_PARTNER_TOKEN, DEMO_USER_TOKEN];

/**
 * Starts the simulator on a free loopback port and installs an artifact into a sandbox that runs its NSL.
 *
 * @param tree the artifact, as it was read from disk or built in memory
 * @param now the clock of both, in milliseconds since the epoch
 * @throws InstallError when the artifact cannot be installed, WorkerError when there is no usable Python
 */
export async function openSalonAccount(tree: ArtifactTree, now: number): Promise<SalonAccount> {
  const altegio = await startAltegio({ now: () => new Date(now) });
  try {
    const sandbox = await createSandbox({
      artifact: tree,
      now: () => now,
      hosts: { "https://api.alteg.io": altegio.url, "https://app.alteg.io": altegio.url },
      brain: scriptedBrain(),
      secretAttributes: attributes.filter(({ secret }) => secret).map(({ idn }) => idn),
    });
    const close = async (): Promise<void> => {
      await sandbox.close();
      await altegio.close();
    };
    try {
      await sandbox.install();
    } catch (thrown) {
      await sandbox.close();
      throw thrown;
    }
    return { sandbox, altegio, close };
  } catch (thrown) {
    await altegio.close();
    throw thrown;
  }
}

/** What a Builder user did and saw while setting the module up. */
export interface SetupReport {
  /** The location, as it was chosen from the list. */
  readonly location: string;
  /** The lines of `altegio_setup_status` after the last publish. */
  readonly status: readonly string[];
  /** What stopped a skill, or kept the location from being chosen. */
  readonly faults: readonly string[];
}

/**
 * Does what the set-up guide tells a Builder user: enters tokens and application, publishes, chooses the
 * location from the list that has appeared, publishes again.
 */
export async function setUpAsBuilder({ sandbox }: SalonAccount): Promise<SetupReport> {
  sandbox.setAttribute(partnerToken.idn, DEMO_PARTNER_TOKEN);
  sandbox.setAttribute(applicationId.idn, String(DEMO_APPLICATION_ID));
  sandbox.setAttribute(userToken.idn, DEMO_USER_TOKEN);
  await sandbox.publish();
  const choices = sandbox.account.customer.find(locationId.idn)?.metadata.possible_values ?? [];
  const location = choices.find((choice) => choice.includes(String(DEMO_LOCATION_ID)));
  if (location !== undefined) {
    sandbox.setAttribute(locationId.idn, location);
    await sandbox.publish();
  }
  const stopped = sandbox.trace
    .of("error")
    .map(({ flow, skill, line, message }) => `${flow}/${skill}:${String(line ?? 0)}: ${message}`);
  const missing = location === undefined ? ["The list of locations does not offer the salon."] : [];
  return {
    location: location ?? "",
    status: sandbox.getAttribute(setupStatus.idn).split("\n"),
    faults: [...stopped, ...missing],
  };
}
