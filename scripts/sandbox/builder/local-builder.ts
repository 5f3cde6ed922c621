/** The account as its Builder has it: what is edited, what is published, and what runs. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PythonPlaces } from "../../project/index.ts";
import { stableId } from "../../registry/index.ts";
import { isSecretName, Secrets } from "../../secrets/index.ts";
import { Account, type AttributeStore, type Sandbox } from "../platform/index.ts";
import { Engine } from "./engine/engine.ts";
import { importEvent, publishEvent } from "./guesses.ts";
import { Refusal } from "./http/refusal.ts";
import { Tokens } from "./http/tokens.ts";
import { dumpAccount, restoreAccount } from "./state/account-dump.ts";
import { newState } from "./state/new-state.ts";
import { contentOfFlow, type Birth } from "./state/project-content.ts";
import type { AgentRecord, BuilderState, FlowRecord, LogLine, ProjectRecord } from "./state/records.ts";
import { readState, writeState } from "./state/state-file.ts";

/** One request, for whoever shows what goes on. No query, no header, no body: those may hold secrets. */
export interface ServedRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** What a local Builder is made from. */
export interface LocalBuilderOptions {
  /** Where the state is kept; it is read when it is there. null: in memory alone. */
  readonly stateFile: string | null;
  /** The folder of all registries. */
  readonly registriesRoot: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** A new UUID. */
  readonly newId: () => string;
  /** A new key: long and not to be guessed. */
  readonly newKey: () => string;
  /** Origin in the module's urls -> origin that answers. */
  readonly hosts?: Readonly<Record<string, string>>;
  /** Runs what is published, on its own account; with it `hosts`, `secretAttributes` and `pythonPlaces` are not used. */
  readonly sandbox?: Sandbox;
  /** Names of the attributes whose values must not be logged. */
  readonly secretAttributes?: readonly string[];
  /** Seconds an access token is good for; 900 when left out. */
  readonly tokenLifetime?: number;
  readonly pythonPlaces?: PythonPlaces;
  /** Hears of every request. */
  readonly onRequest?: (request: ServedRequest) => void;
}

/** A flow and where it is. */
export interface FoundFlow {
  readonly project: ProjectRecord;
  readonly agent: AgentRecord;
  readonly flow: FlowRecord;
}

const mostLogLines = 2000;
/** Most time that passes before a change is on disk, in milliseconds. */
const savePauseMs = 100;

/** The Builder. */
export class LocalBuilder {
  readonly state: BuilderState;
  readonly account: Account;
  readonly engine: Engine;
  readonly tokens: Tokens;
  readonly registriesRoot: string;
  readonly newId: () => string;
  readonly onRequest: (request: ServedRequest) => void;
  readonly #options: LocalBuilderOptions;
  readonly #projectAttributes: Map<string, AttributeStore>;
  /** Project -> its flows that were published since its hook was started. */
  readonly #publishedSince = new Map<ProjectRecord, Set<FlowRecord>>();
  #saving: NodeJS.Timeout | null = null;

  /** @throws StateFileError when there is a state that cannot be read */
  constructor(options: LocalBuilderOptions) {
    const { now, newId, newKey, hosts = {}, secretAttributes = [], tokenLifetime = 900 } = options;
    this.#options = options;
    this.registriesRoot = options.registriesRoot;
    this.newId = newId;
    this.onRequest = options.onRequest ?? (() => undefined);
    const { stateFile, sandbox } = options;
    this.state = (stateFile === null ? null : readState(stateFile)) ?? newState({ newId, newKey });
    const { apiKey, signingKey, customer } = this.state;
    this.account = sandbox?.account ?? new Account(new Secrets(), new Set(secretAttributes));
    [apiKey, signingKey].forEach((key) => {
      this.account.secrets.add(key);
    });
    this.#projectAttributes = restoreAccount(this.account, this.state.account);
    this.tokens = new Tokens({ apiKey, signingKey, customerId: customer.id, now, lifetime: tokenLifetime });
    this.engine = new Engine({
      account: this.account,
      projects: () => this.state.projects,
      attributesOf: (project) => this.attributesOf(project),
      ...{ now, newId, hosts },
      ...(options.pythonPlaces === undefined ? {} : { pythonPlaces: options.pythonPlaces }),
      ...(sandbox === undefined ? {} : { sandbox }),
      onLogs: (lines) => {
        this.#keepLogs(lines);
      },
    });
    this.#write();
  }

  /** Now, ISO 8601, UTC. */
  get time(): string {
    return new Date(this.#options.now()).toISOString();
  }

  /** What new records are made with. */
  birth(): Birth {
    return { newId: this.newId, time: this.time };
  }

  /**
   * Answers a request. What was started is waited for by whoever reads, so that nobody has to look again and again; on the
   * platform it takes its time.
   */
  async inTurn(reads: boolean, work: () => unknown): Promise<unknown> {
    if (reads) {
      await this.engine.idle();
    }
    const value = await work();
    if (!reads) {
      this.save();
    }
    return value;
  }

  /** Writes the state to disk within a moment: many changes come one right after another. */
  save(): void {
    this.#saving ??= setTimeout(() => {
      this.#write();
    }, savePauseMs);
  }

  /** Ends what runs and writes the state. */
  async close(): Promise<void> {
    await this.engine.close();
    this.#write();
  }

  /** @throws Refusal 404 */
  project(id: string): ProjectRecord {
    const project = this.state.projects.find((known) => known.id === id);
    if (project === undefined) {
      throw Refusal.notFound("project", id);
    }
    return project;
  }

  /** @throws Refusal 404 */
  agent(id: string): { readonly project: ProjectRecord; readonly agent: AgentRecord } {
    for (const project of this.state.projects) {
      const agent = project.agents.find((known) => known.id === id);
      if (agent !== undefined) {
        return { project, agent };
      }
    }
    throw Refusal.notFound("agent", id);
  }

  /** Every flow of the account. */
  flows(): FoundFlow[] {
    return this.state.projects.flatMap((project) =>
      project.agents.flatMap((agent) => agent.flows.map((flow) => ({ project, agent, flow }))),
    );
  }

  /** @throws Refusal 404 */
  flow(id: string): FoundFlow {
    const found = this.flows().find(({ flow }) => flow.id === id);
    if (found === undefined) {
      throw Refusal.notFound("flow", id);
    }
    return found;
  }

  /** The attributes of a project, which it has from its first day. */
  attributesOf(project: ProjectRecord): AttributeStore {
    const known = this.#projectAttributes.get(project.id);
    if (known !== undefined) {
      return known;
    }
    const store = this.account.newAttributes();
    this.#projectAttributes.set(project.id, store);
    return store;
  }

  /** A project has changed. */
  touch(project: ProjectRecord): void {
    project.updated_at = this.time;
  }

  /** A flow has changed, and is no longer what is published. */
  touchFlow({ project, flow }: FoundFlow): void {
    flow.last_change_datetime = this.time;
    project.is_synchronized = false;
    this.touch(project);
  }

  /** Removes a project with its attributes; customer attributes and personas belong to the account. */
  removeProject(project: ProjectRecord): void {
    this.state.projects.splice(this.state.projects.indexOf(project), 1);
    this.#projectAttributes.delete(project.id);
    this.#publishedSince.delete(project);
    this.engine.reload();
  }

  /**
   * Makes what is edited what runs. The hook of the project runs once nothing of it is left to publish: a module whose flows
   * are published one after another is not started half. Where nothing was left before, it runs once all flows are
   * published again, and not for each of them.
   */
  publish({ project, flow }: FoundFlow): void {
    const wasWhole = isWhole(project);
    flow.live = contentOfFlow(flow);
    flow.publication_datetime = this.time;
    this.engine.reload();
    const published = (this.#publishedSince.get(project) ?? new Set()).add(flow);
    this.#publishedSince.set(project, published);
    if (isWhole(project) && (!wasWhole || flowsOf(project).every((one) => published.has(one)))) {
      this.#publishedSince.delete(project);
      this.engine.fireSoon(project, publishEvent);
    }
  }

  /** What the Builder's button "Publish All" does: the hook runs once. */
  publishAll(project: ProjectRecord): void {
    this.#goLive(project);
    this.engine.fireSoon(project, publishEvent);
  }

  /** Publishes all flows after an import, and has the project's hooks of an import run, as the platform does. */
  finishImport(project: ProjectRecord): void {
    this.#goLive(project);
    this.engine.fireSoon(project, importEvent);
  }

  #goLive(project: ProjectRecord): void {
    for (const flow of flowsOf(project)) {
      flow.live = contentOfFlow(flow);
      flow.publication_datetime = this.time;
    }
    this.#publishedSince.delete(project);
    this.engine.reload();
  }

  /** Whether an attribute holds what nobody else may see. */
  isSecret(idn: string): boolean {
    return isSecretName(idn) || (this.#options.secretAttributes ?? []).includes(idn);
  }

  /** Keeps an archive beside the state. @returns its file @throws Refusal when there is no such place */
  keepBackup(zip: Uint8Array): string {
    const { stateFile } = this.#options;
    if (stateFile === null) {
      throw Refusal.invalid("This Builder keeps nothing on disk, so it cannot keep what an import deletes.");
    }
    const folder = join(dirname(stateFile), "backups");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `${this.time.replaceAll(":", "-")}.zip`);
    writeFileSync(file, zip, { mode: 0o600 });
    return file;
  }

  /** The id of an attribute: it follows from its name. @param owner the customer's or the project's id */
  attributeId(owner: string, idn: string): string {
    return stableId("attribute", this.state.customer.id, owner, idn);
  }

  #write(): void {
    clearTimeout(this.#saving ?? undefined);
    this.#saving = null;
    const { stateFile } = this.#options;
    if (stateFile !== null) {
      this.state.account = dumpAccount(this.account, this.#projectAttributes);
      writeState(stateFile, this.state);
    }
  }

  #keepLogs(lines: readonly LogLine[]): void {
    const { logs } = this.state;
    logs.push(...lines);
    logs.splice(0, Math.max(0, logs.length - mostLogLines));
    this.save();
  }
}

function flowsOf(project: ProjectRecord): FlowRecord[] {
  return project.agents.flatMap((agent) => agent.flows);
}

/** Whether all that is edited is published. */
function isWhole(project: ProjectRecord): boolean {
  return flowsOf(project).every((flow) => JSON.stringify(flow.live) === JSON.stringify(contentOfFlow(flow)));
}
