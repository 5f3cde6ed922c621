/** What conversations are played on: a simulated salon and a published account, both on one clock. */
import { applicationId, attributes, locationId, partnerToken, userToken } from "../../../attributes/index.ts";
import type { ArtifactTree } from "../../model/types.ts";
import {
  DEMO_APPLICATION_ID,
  DEMO_PARTNER_TOKEN,
  DEMO_USER_TOKEN,
  startAltegio,
  type AltegioServer,
  type LocationData,
  type Quirks,
} from "../../simulator/api/index.ts";
import {
  createSandbox,
  scriptedBrain,
  type NodeProgram,
  type Sandbox,
  type ScriptedBrain,
} from "../platform/index.ts";
import { impatientFetch } from "./impatient-fetch.ts";
import { conversationSalon } from "./salon.ts";
import type { ConversationScript } from "./script.ts";
import { actAsTeam } from "./team.ts";

/** What runs the module. */
export interface StageOptions {
  readonly artifact: ArtifactTree;
  /** `nsl` (default) runs the artifact's own text; a program runs the handlers in Node. */
  readonly executor?: "nsl" | NodeProgram;
  /** true: the salon refuses more than 5 requests a second and 200 a minute. Time passes when a skill sleeps. */
  readonly rateLimits?: boolean;
}

/** Both sides, ready for one conversation. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly altegio: AltegioServer;
  readonly brain: ScriptedBrain;
  readonly location: LocationData;
  /** Lets minutes pass. */
  pass(minutes: number): void;
  /** Ends the salon. The account stays with its theatre. */
  close(): Promise<void>;
}

/** How a salon differs from the demo salon, and what is entered in the Builder. */
export type Setting = Pick<ConversationScript, "now" | "salon" | "attributes">;

/**
 * One sandbox with the module installed, for any number of conversations one after the other: installing takes
 * longer than playing. Each finds the account as it was after the install.
 */
export interface Theatre {
  /**
   * Starts a salon and has the module published, with tokens, application and location entered and whatever the setting
   * changes about them.
   *
   * @throws Error when a skill stops during the publish, or the calendar cannot be filled as written
   */
  open(setting: Setting): Promise<Stage>;
  close(): Promise<void>;
}

/** Values of customer attributes by name. */
type Values = ReadonlyMap<string, string>;

/** Texts nobody may ever hear. */
export const stageSecrets: readonly string[] = [DEMO_PARTNER_TOKEN, DEMO_USER_TOKEN];

/** Stands for whichever salon is playing. */
const salonOrigin = "http://salon.invalid";

/** Starts the sandbox and installs the artifact. */
export async function openTheatre(options: StageOptions): Promise<Theatre> {
  let now = 0;
  let playing: AltegioServer | null = null;
  const send = impatientFetch(() => playing);
  const brain = scriptedBrain();
  const sandbox = await createSandbox({
    artifact: options.artifact,
    executor: options.executor ?? "nsl",
    now: () => now,
    sleep: (milliseconds) => {
      now += milliseconds;
    },
    fetch: (url, init) => send(String(url).replace(salonOrigin, playing?.url ?? salonOrigin), init),
    hosts: { "https://api.alteg.io": salonOrigin, "https://app.alteg.io": salonOrigin },
    brain,
    secretAttributes: attributes.filter(({ secret }) => secret).map(({ idn }) => idn),
  });
  await sandbox.install();
  const { customer } = sandbox.account;
  const valuesNow = (): Values => new Map(customer.idns.map((idn) => [idn, customer.value(idn)]));
  const restore = (values: Values): void => {
    customer.idns
      .filter((idn) => !values.has(idn))
      .forEach((idn) => {
        customer.delete(idn);
      });
    values.forEach((value, idn) => {
      customer.setValue(idn, value);
    });
  };
  const installed = valuesNow();
  const published = new Map<string, Values>();

  return {
    close: () => sandbox.close(),
    async open(setting) {
      const { data, location } = conversationSalon(setting.salon);
      now = Date.parse(setting.now);
      const altegio = await startAltegio({
        now: () => new Date(now),
        salon: data,
        quirks: (setting.salon?.quirks ?? {}) as Partial<Quirks>,
        enforceRateLimits: options.rateLimits ?? false,
      });
      playing = altegio;
      try {
        for (const booked of setting.salon?.booked ?? []) {
          await actAsTeam(altegio, location, { books: booked });
        }
        // A publish depends on neither the calendar nor the clients; its outcome is kept for the same account.
        const account = { ...setting.salon, booked: [], clients: [] };
        const key = JSON.stringify([setting.now, account, setting.attributes]);
        const known = published.get(key);
        restore(known ?? installed);
        if (known === undefined) {
          await publish(sandbox, { [locationId.idn]: String(location.id), ...setting.attributes });
          published.set(key, valuesNow());
        }
      } catch (error) {
        await altegio.close();
        throw error;
      }
      const pass = (minutes: number): void => {
        now += minutes * 60_000;
      };
      return { sandbox, altegio, brain, location, pass, close: () => altegio.close() };
    },
  };
}

async function publish(sandbox: Sandbox, entered: Readonly<Record<string, string>>): Promise<void> {
  const values = {
    [partnerToken.idn]: DEMO_PARTNER_TOKEN,
    [applicationId.idn]: String(DEMO_APPLICATION_ID),
    [userToken.idn]: DEMO_USER_TOKEN,
    ...entered,
  };
  for (const [idn, value] of Object.entries(values)) {
    sandbox.setAttribute(idn, value);
  }
  const from = sandbox.trace.entries.length;
  await sandbox.publish();
  const [stopped] = sandbox.trace.of("error", from);
  if (stopped !== undefined) {
    throw new Error(`the publish stopped in ${stopped.flow}/${stopped.skill}: ${stopped.message}`);
  }
}
