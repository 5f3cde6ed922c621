/** Runs what is published: the sandbox's runtime on the Builder's account, one job after another. */
import type { PythonPlaces } from "../../../project/index.ts";
import {
  type Account,
  type AttributeStore,
  createSandbox,
  InstallError,
  type Sandbox,
  type ScriptedBrain,
  scriptedBrain,
  WorkerError,
} from "../../platform/index.ts";
import { logTypes } from "../guesses.ts";
import type { LogLine, ProjectRecord } from "../state/records.ts";
import { type LiveFlow, liveFlows } from "./live-flows.ts";
import { logLines } from "./log-lines.ts";

/** What the engine works with. */
export interface EngineOptions {
  readonly account: Account;
  /** Runs what is published and stays with its owner; one is made when left out. */
  readonly sandbox?: Sandbox;
  /** The projects as they are now. */
  readonly projects: () => readonly ProjectRecord[];
  /** The attributes of a project. */
  readonly attributesOf: (project: ProjectRecord) => AttributeStore;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Origin in the module's urls -> origin that answers. */
  readonly hosts: Readonly<Record<string, string>>;
  readonly pythonPlaces?: PythonPlaces;
  /** Takes what was logged, after each job. */
  readonly onLogs: (lines: readonly LogLine[]) => void;
}

/** What a job is given. */
export interface Running {
  readonly sandbox: Sandbox;
  readonly brain: ScriptedBrain;
  /** The names under which a project's flows run. */
  flowsOf(project: ProjectRecord): readonly string[];
}

/** The engine. The runtime is started by the first job, so that whoever only edits needs no Python. */
export class Engine {
  readonly #options: EngineOptions;
  readonly #brain = scriptedBrain();
  #sandbox: Promise<Sandbox> | null = null;
  #flows: readonly LiveFlow[] = [];
  #isLoaded = false;
  #tail: Promise<unknown> = Promise.resolve();
  readonly #waiting = new Set<string>();
  #logged = 0;

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  /** What is published has changed; the next job runs on it. */
  reload(): void {
    this.#isLoaded = false;
  }

  /** Until nothing is being done any more. */
  async idle(): Promise<void> {
    let seen: Promise<unknown> | null = null;
    while (seen !== this.#tail) {
      seen = this.#tail;
      await seen;
    }
  }

  /**
   * Runs a job after all others. What it throws goes to its caller; that skills stop, and that there is no Python, goes to
   * the log, since on the platform nobody waits for them.
   */
  run(job: (running: Running) => Promise<void>): Promise<void> {
    const done = this.#tail.then(() => this.#work(job));
    this.#tail = done.catch(() => undefined);
    return done;
  }

  /** Fires an event for the flows of a project. Where one of the name waits already, that one does for both. */
  fireSoon(
    project: ProjectRecord,
    event: Readonly<Record<"idn" | "integrationIdn" | "connectorIdn", string>>,
  ): void {
    const { idn, integrationIdn, connectorIdn } = event;
    const key = `${project.id} ${idn}`;
    if (this.#waiting.has(key)) {
      return;
    }
    this.#waiting.add(key);
    void this.run(async ({ sandbox, flowsOf }) => {
      this.#waiting.delete(key);
      sandbox.deliver({ idn, integrationIdn, connectorIdn, flows: flowsOf(project) });
      await sandbox.settle();
    });
  }

  /** Lets timers fire whose time has come. */
  tick(): void {
    const now = this.#options.now();
    if ([...this.#options.account.timers.values()].some(({ fireAt }) => fireAt <= now)) {
      void this.run(({ sandbox }) => sandbox.settle());
    }
  }

  /** Ends the runtime, after what is being done; not one that was given. */
  async close(): Promise<void> {
    await this.idle();
    if (this.#options.sandbox !== undefined) {
      return;
    }
    const sandbox = await this.#sandbox?.catch(() => null);
    await sandbox?.close();
  }

  async #work(job: (running: Running) => Promise<void>): Promise<void> {
    try {
      const sandbox = await this.#running();
      const flowsOf = (project: ProjectRecord): string[] =>
        this.#flows.filter((flow) => flow.project.id === project.id).map(({ idn }) => idn);
      try {
        await job({ sandbox, brain: this.#brain, flowsOf });
      } finally {
        const entries = sandbox.trace.entries.slice(this.#logged);
        this.#logged = sandbox.trace.entries.length;
        this.#options.onLogs(logLines(entries, this.#flows, this.#options));
      }
    } catch (thrown) {
      this.#waiting.clear();
      if (!(thrown instanceof WorkerError) && !(thrown instanceof InstallError)) {
        throw thrown;
      }
      this.#log("error", thrown.message);
    }
  }

  async #running(): Promise<Sandbox> {
    const { account, now, newId, hosts, pythonPlaces } = this.#options;
    const given = this.#options.sandbox;
    this.#sandbox ??=
      given === undefined
        ? createSandbox({
            artifact: new Map(),
            ...{ account, now, newId, hosts, brain: this.#brain },
            ...(pythonPlaces === undefined ? {} : { pythonPlaces }),
          })
        : Promise.resolve(given);
    let sandbox: Sandbox;
    try {
      sandbox = await this.#sandbox;
    } catch (thrown) {
      this.#sandbox = null;
      throw thrown;
    }
    if (!this.#isLoaded) {
      await this.#load(sandbox);
    }
    return sandbox;
  }

  /** A script that is no NSL leaves what ran before. */
  async #load(sandbox: Sandbox): Promise<void> {
    const flows = liveFlows(this.#options.projects());
    await sandbox.load(flows);
    this.#flows = flows;
    this.#isLoaded = true;
    const { projectOfFlow } = this.#options.account;
    projectOfFlow.clear();
    for (const { idn, project, left } of flows) {
      projectOfFlow.set(idn, this.#options.attributesOf(project));
      left.forEach((sentence) => {
        this.#log("warning", sentence);
      });
    }
  }

  #log(level: "warning" | "error", message: string): void {
    const { now, newId, onLogs } = this.#options;
    const datetime = new Date(now()).toISOString();
    onLogs([
      { log_id: newId(), level, log_type: logTypes.stopped, project_idn: "", data: {}, message, datetime },
    ]);
  }
}
