/** What conversations are played on: a simulated service and an account with the module, both on one clock. */
import type { ArtifactTree } from "../../model/types.ts";
import type { PythonPlaces } from "../../project/index.ts";
import {
  createSandbox,
  scriptedBrain,
  type Brain,
  type Sandbox,
  type SandboxOptions,
  type ScriptedBrain,
} from "../platform/index.ts";
import { actionLog } from "./action-log.ts";
import { impatientFetch } from "./impatient-fetch.ts";
import { nodeProgram, type RunnableModule } from "./node-program.ts";
import type { Setting, SimulatedService, Simulator } from "./service.ts";
import { enterAndPublish } from "./set-up.ts";

/** The two forms a module runs in: the artifact's own text, and the handlers in Node. */
export type RuntimeName = "nsl" | "node";

/** What a platform may do in more than one way. */
type PlatformOptions = Pick<
  SandboxOptions,
  "corePatience" | "flows" | "platformShape" | "resultOrder" | "resultShape" | "skillTimeoutMs" | "timer"
>;

/** What is played, on what, against what. */
interface StageOptions<Service extends SimulatedService> {
  readonly artifact: ArtifactTree;
  readonly module: RunnableModule;
  readonly simulator: Simulator<Service>;
  /** `nsl` when left out. */
  readonly runtime?: RuntimeName;
  /** Where Python is looked for; the places of the toolkit when left out. */
  readonly pythonPlaces?: PythonPlaces;
  /** true: the service refuses too many requests. Time passes when a skill sleeps. */
  readonly rateLimits?: boolean;
  /** Answers for the model instead of the scripted brain, which is then told nothing. */
  readonly brain?: Brain;
  /** How the platform behaves where that is not known, or depends. */
  readonly platform?: PlatformOptions;
}

/** Both sides, ready for one conversation. */
export interface Stage<Service extends SimulatedService = SimulatedService> {
  readonly sandbox: Sandbox;
  readonly service: Service;
  readonly brain: ScriptedBrain;
  /** The moment it is: milliseconds since the epoch. */
  now(): number;
  /** Lets minutes pass. */
  pass(minutes: number): void;
  /** What the skills have done since the trace had so many entries, to be compared with another runtime's. */
  actionsSince(entries: number): string[];
  /** Ends the service. The account stays with its theatre. */
  close(): Promise<void>;
}

/**
 * One sandbox with the module installed, for any number of conversations one after the other: installing takes
 * longer than playing. Each finds the account as it was after the install.
 */
export interface Theatre<Service extends SimulatedService = SimulatedService> {
  /** Starts a service; the module is installed but not published. @throws Error when the setting cannot be */
  prepare(setting: Setting): Promise<Stage<Service>>;
  /**
   * Starts a service and has the module published, with everything entered and whatever the setting changes about it.
   *
   * @throws Error when a skill stops during the publish, or the setting cannot be
   */
  open(setting: Setting): Promise<Stage<Service>>;
  close(): Promise<void>;
}

/** Values of customer attributes by name. */
type Values = ReadonlyMap<string, string>;

/** Stands for whichever service is playing. */
const serviceOrigin = "http://service.invalid";

/**
 * Starts the sandbox and installs the artifact.
 *
 * @throws InstallError when the artifact cannot be installed, WorkerError when there is no usable Python
 */
export async function openTheatre<Service extends SimulatedService>(
  options: StageOptions<Service>,
): Promise<Theatre<Service>> {
  const {
    artifact,
    module,
    simulator,
    runtime = "nsl",
    pythonPlaces,
    rateLimits = false,
    brain,
    platform = {},
  } = options;
  let now = 0;
  let playing: Service | null = null;
  const send = impatientFetch(() => playing);
  const scripted = scriptedBrain();
  const sandbox = await createSandbox({
    ...platform,
    artifact,
    ...(pythonPlaces === undefined ? {} : { pythonPlaces }),
    executor: runtime === "nsl" ? "nsl" : nodeProgram(module),
    now: () => now,
    sleep: (milliseconds) => {
      now += milliseconds;
    },
    fetch: (url, init) => send(String(url).replace(serviceOrigin, playing?.url ?? serviceOrigin), init),
    hosts: Object.fromEntries(simulator.origins.map((origin) => [origin, serviceOrigin])),
    brain: brain ?? scripted,
    secretAttributes: module.definition.attributes.filter(({ secret }) => secret).map(({ idn }) => idn),
  });
  try {
    await sandbox.install();
  } catch (thrown) {
    await sandbox.close();
    throw thrown;
  }
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

  const prepare = async (setting: Setting): Promise<Stage<Service>> => {
    now = Date.parse(setting.now);
    const service = await simulator.open({ setting, now: () => new Date(now), rateLimits });
    playing = service;
    restore(installed);
    sandbox.account.timers.clear();
    return {
      sandbox,
      service,
      brain: scripted,
      now: () => now,
      pass: (minutes) => {
        now += minutes * 60_000;
      },
      actionsSince: (from) => actionLog(sandbox.trace.entries.slice(from), module.runtime.frameNames.prefix),
      close: () => service.close(),
    };
  };

  return {
    prepare,
    async open(setting) {
      const stage = await prepare(setting);
      const { settings, seenByPublish } = stage.service;
      const key = JSON.stringify([setting.now, setting.attributes, settings, seenByPublish]);
      const known = seenByPublish === undefined ? undefined : published.get(key);
      try {
        if (known === undefined) {
          await enterAndPublish(stage, setting.attributes ?? {});
          // What a publish waits for is over; a stage that was published before has no timers either.
          sandbox.account.timers.clear();
          published.set(key, valuesNow());
        } else {
          restore(known);
        }
      } catch (error) {
        await stage.close();
        throw error;
      }
      return stage;
    },
    close: () => sandbox.close(),
  };
}
