/** A local Newo platform: an account, an event bus and a runtime for the skills of one artifact. */
import type { ArtifactTree } from "../../model/types.ts";
import { timerConnector, timerIntegration, urgentMessageEvent } from "../../sdk/contract.ts";
import { Account, type Timer } from "./account.ts";
import type { OutgoingRequest } from "./actions/action.ts";
import { type ArtifactFlow, readProject, type Subscription } from "./artifact-project.ts";
import { type Conversation, type ConversationOptions, createConversation } from "./conversation.ts";
import { coreFlow, createSmallCore, type SmallCore } from "./core/small-core.ts";
import { CoreAttention } from "./core-attention.ts";
import { createDispatcher } from "./dispatcher.ts";
import { EventBus, type HandledEvent, type SandboxEvent } from "./event-bus.ts";
import type { Run, SkillExecutor } from "./executor.ts";
import { type HeldResults, type RequestToHold, ResultHolder } from "./held-results.ts";
import { type HttpOutcome, sendHttp } from "./http.ts";
import { type Arrival, installAttributes } from "./install.ts";
import { createNodeExecutor } from "./node-executor.ts";
import { createNslExecutor } from "./nsl-executor.ts";
import type { Turn } from "./lanes.ts";
import { defaultPlatformShape } from "./platform-shape.ts";
import { RequestQueue } from "./request-queue.ts";
import { defaultResultShape, type ResultShape, shapeResult } from "./result-shape.ts";
import type { SandboxOptions } from "./sandbox-options.ts";
import { Secrets } from "../../secrets/index.ts";
import { sequentialIds } from "./sequential-ids.ts";
import { Trace, type LogEntry } from "./trace.ts";
import { startWorker, type SkillCalls, type Worker } from "./worker.ts";

/** An event to be delivered; what is left out is empty. */
type EventToDeliver = Pick<SandboxEvent, "idn" | "integrationIdn" | "connectorIdn"> & Partial<SandboxEvent>;

/** The platform, as a test or a person at the workbench uses it. */
export interface Sandbox {
  readonly account: Account;
  readonly trace: Trace;
  /** Every event handed out so far, as it was (nothing redacted). */
  readonly events: readonly SandboxEvent[];
  /** The timers that have not fired yet, in the order they were set. */
  readonly timers: readonly Timer[];
  /** Imports the artifact, or another one, as a zip. @throws InstallError; nothing has changed then */
  install(tree?: ArtifactTree): Promise<void>;
  /** Installs a newer artifact: flows and skills are replaced, all state is kept. @throws InstallError */
  forceUpdate(tree: ArtifactTree): Promise<void>;
  /** Takes these flows instead of those it had; nothing else changes. @throws InstallError */
  load(flows: readonly ArtifactFlow[]): Promise<void>;
  /** "Publish All": fires `project_publish_finish` on system/project, without a user, and settles. */
  publish(): Promise<void>;
  /** Starts a conversation on a channel. */
  conversation(options?: ConversationOptions): Conversation;
  /** What a person enters in the Builder. */
  setAttribute(idn: string, value: string): void;
  /** A customer attribute; "" when there is none. */
  getAttribute(idn: string): string;
  /** Queues an event; `settle()` handles it. */
  sendEvent(
    idn: string,
    integrationIdn: string,
    connectorIdn: string,
    args?: Readonly<Record<string, unknown>>,
    personaId?: string,
  ): void;
  /** Queues any event, for instance one of `events` a second time. */
  deliver(event: EventToDeliver): void;
  /** The tools core finds promised in the latest message of a conversation; none where the sandbox has no core. */
  promisedTools(personaId: string): Promise<readonly string[]>;
  /** Keeps the results of the requests that match, until the test delivers or releases them. */
  holdResults(matches: (request: RequestToHold) => boolean): HeldResults;
  /**
   * Handles events until none waits, no request is in flight and no timer is due. Held results are not waited for,
   * and time passes only where the clock given moves.
   *
   * @throws WorkerError
   */
  settle(): Promise<void>;
  /** Ends the runtime. */
  close(): Promise<void>;
}

const nothing: SandboxEvent = {
  idn: "",
  integrationIdn: "",
  connectorIdn: "",
  arguments: {},
  personaId: "",
  actorId: "",
  commandActId: "",
};

/**
 * Makes a sandbox and starts its runtime. Nothing is installed yet.
 *
 * @throws WorkerError when there is no usable Python
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const platform = new Platform(options);
  await platform.start();
  return platform;
}

class Platform implements Sandbox {
  readonly account: Account;
  readonly trace: Trace;
  readonly events: SandboxEvent[] = [];
  readonly #options: SandboxOptions;
  readonly #shape: ResultShape;
  readonly #newId: () => string;
  readonly #bus: EventBus;
  readonly #requests: RequestQueue;
  readonly #held: ResultHolder;
  readonly #core: SmallCore | null;
  readonly #attention: CoreAttention | null;
  #executor: SkillExecutor | null = null;
  #settling: Promise<void> | null = null;
  /** Requests that wait for their connector to be started. */
  #parked: OutgoingRequest[] = [];

  constructor(options: SandboxOptions) {
    this.#options = options;
    this.#shape = { ...defaultResultShape, ...options.resultShape };
    this.#newId = options.newId ?? sequentialIds();
    this.account = options.account ?? new Account(new Secrets(), new Set(options.secretAttributes ?? []));
    this.trace = new Trace(this.account.secrets, options.timer);
    const { flows = "in turn", corePatience } = options;
    const fire = (idn: string, personaId: string): void => {
      this.sendEvent(idn, "system", "system", {}, personaId);
    };
    this.#attention =
      corePatience === undefined ? null : new CoreAttention(this.account, corePatience, options.now, fire);
    this.#requests = new RequestQueue(options.resultOrder ?? (flows === "in turn" ? "sent" : "together"));
    this.#held = new ResultHolder((event) => {
      this.deliver(event);
    });
    const sendEvent = (event: SandboxEvent): void => {
      this.#bus.enqueue(event);
    };
    const { brain, core = false } = options;
    this.#core = core ? createSmallCore({ account: this.account, brain, sendEvent }) : null;
    this.#bus = new EventBus(
      {
        begin: (event, subscribers) => this.#begin(event, subscribers),
        run: (handled, subscription, turn) => this.#run({ ...handled, turn }, subscription),
      },
      flows,
    );
  }

  async start(): Promise<void> {
    const {
      executor = "nsl",
      python,
      pythonPlaces,
      pythonSandbox,
      skillTimeoutMs,
      brain,
      now,
      platformShape,
    } = this.#options;
    const env = {
      account: this.account,
      brain,
      shape: this.#shape,
      platform: { ...defaultPlatformShape, ...platformShape },
      now,
      sleep: (milliseconds: number, turn: Turn | null) =>
        turn === null
          ? this.#options.sleep?.(milliseconds)
          : turn.sleepUntil(this.#options.now() + milliseconds),
      newId: this.#newId,
      sendEvent: (event: SandboxEvent) => {
        this.#bus.enqueue(event);
      },
      sendRequest: (request: OutgoingRequest) => {
        this.#send(request);
      },
    };
    const log = (entry: LogEntry): void => {
      this.trace.record(entry);
    };
    const dispatch = createDispatcher({ ...env, log }, this.trace);
    if (executor !== "nsl") {
      this.#executor = createNodeExecutor(executor, dispatch);
      return;
    }
    const start = (): Promise<Worker> =>
      startWorker({
        ...(python === undefined ? {} : { python }),
        ...(pythonPlaces === undefined ? {} : { pythonPlaces }),
        ...(pythonSandbox === undefined ? {} : { sandbox: pythonSandbox }),
        ...(skillTimeoutMs === undefined ? {} : { timeoutMs: skillTimeoutMs }),
      });
    const count = (flow: string, calls: SkillCalls): void => {
      this.trace.record({ kind: "calls", flow, calls });
    };
    const redact = (text: string): string => this.account.secrets.text(text);
    this.#executor = createNslExecutor(await start(), start, dispatch, count, redact);
  }

  get timers(): readonly Timer[] {
    return [...this.account.timers.values()];
  }

  install(tree = this.#options.artifact): Promise<void> {
    return this.#bringIn(tree, "import");
  }

  forceUpdate(tree: ArtifactTree): Promise<void> {
    return this.#bringIn(tree, "update");
  }

  async #bringIn(tree: ArtifactTree, arrival: Arrival): Promise<void> {
    const content = readProject(tree);
    await this.load(content.flows);
    installAttributes(this.account, content, arrival);
  }

  async load(flows: readonly ArtifactFlow[]): Promise<void> {
    await this.#running().load(flows);
    const modules = flows.flatMap(({ subscriptions }) => subscriptions);
    this.#bus.subscribe([...(this.#core?.subscriptions ?? []), ...modules]);
  }

  publish(): Promise<void> {
    this.sendEvent("project_publish_finish", "system", "project");
    return this.settle();
  }

  conversation(options: ConversationOptions = {}): Conversation {
    return createConversation(this, this.#options.brain, this.#newId, options);
  }

  setAttribute(idn: string, value: string): void {
    this.account.customer.setValue(idn, value);
  }

  getAttribute(idn: string): string {
    return this.account.customer.value(idn);
  }

  sendEvent(
    idn: string,
    integrationIdn: string,
    connectorIdn: string,
    args: Readonly<Record<string, unknown>> = {},
    personaId = "",
  ): void {
    this.deliver({ idn, integrationIdn, connectorIdn, arguments: args, personaId });
  }

  deliver(event: EventToDeliver): void {
    this.#bus.enqueue({ ...nothing, ...event });
  }

  async promisedTools(personaId: string): Promise<readonly string[]> {
    return (await this.#core?.promisedTools(personaId)) ?? [];
  }

  holdResults(matches: (request: RequestToHold) => boolean): HeldResults {
    return this.#held.hold(matches);
  }

  settle(): Promise<void> {
    this.#settling ??= this.#work();
    return this.#settling;
  }

  close(): Promise<void> {
    return this.#running().close();
  }

  /** `#settling` is cleared at once with the last look at the queue: no event can slip in between. */
  async #work(): Promise<void> {
    // Where there is nothing to do, it would be cleared before it is set.
    await Promise.resolve();
    try {
      for (;;) {
        this.#fireTimers();
        this.#sendParked();
        if (!this.#bus.isIdle) {
          await this.#bus.drain();
        } else if (!this.#requests.isEmpty) {
          // An answer takes no time on the clock, so it comes before whoever sleeps goes on.
          await this.#requests.deliverNext();
        } else if (!this.#passPause()) {
          return;
        }
      }
    } finally {
      this.#settling = null;
    }
  }

  /** Moves the clock to where the next skill that sleeps goes on, or a timer fires before it. @returns whether one sleeps */
  #passPause(): boolean {
    const { wakesAt } = this.#bus;
    if (wakesAt === null) {
      return false;
    }
    const { sleep, now } = this.#options;
    const moments = sleep === undefined ? [] : this.timers.map(({ fireAt }) => fireAt);
    const next = Math.min(wakesAt, ...moments);
    sleep?.(next - now());
    if (next === wakesAt) {
      this.#bus.wake(wakesAt);
    }
    return true;
  }

  #fireTimers(): void {
    for (const { eventIdn: idn, personaId } of this.account.takeDueTimers(this.#options.now())) {
      this.deliver({ idn, integrationIdn: timerIntegration, connectorIdn: timerConnector, personaId });
    }
  }

  #running(): SkillExecutor {
    if (this.#executor === null) {
      throw new Error("the sandbox has not been started");
    }
    return this.#executor;
  }

  #begin(event: SandboxEvent, subscribers: readonly Subscription[]): HandledEvent {
    const { idn, integrationIdn, connectorIdn, personaId, commandActId } = event;
    const datetime = new Date(this.#options.now()).toISOString();
    const id = this.#newId();
    const args = event.arguments;
    // Core answers in the channel that spoke last where none is named (docs/platform.md, "Channels of a caller").
    const isUnaddressed = idn === urgentMessageEvent && event.actorId === "";
    this.events.push(isUnaddressed ? { ...event, actorId: this.account.channelOf(personaId) } : event);
    this.#attention?.hear(event);
    this.account.acts.set(id, {
      ...{ id, kind: "event", referenceIdn: idn, integrationIdn, connectorIdn },
      ...{ personaId, commandActId, datetime, arguments: args },
    });
    this.trace.record({
      ...{ kind: "event", idn, integrationIdn, connectorIdn, arguments: args, personaId },
      subscribers: subscribers.map(({ flow, skill }) => `${flow}/${skill}`),
    });
    return { event, datetime };
  }

  async #run(run: Run, { flow, skill }: Subscription): Promise<void> {
    if (flow === coreFlow) {
      await this.#core?.run(run.event);
      return;
    }
    const error = await this.#running().execute(flow, skill, run);
    if (error !== null) {
      const { line, type, message, skill: inner } = error;
      const { personaId } = run.event;
      const stopped = { flow, skill: inner ?? skill, personaId };
      this.trace.record({ kind: "error", ...stopped, line, type, message });
      const place = `${flow}/${stopped.skill}${line === null ? "" : `:${String(line)}`}`;
      const text = `${place}: ${type}: ${message}`;
      this.trace.record({ kind: "log", level: "error", message: text, ...stopped });
    }
  }

  /** Why a request cannot go through its connector, or its answer come; null when it can. */
  #obstacle({ connectorIdn }: OutgoingRequest): string | null {
    const connector = this.account.connector("http", connectorIdn);
    const name = `connector http/${connectorIdn}`;
    return connector === undefined
      ? `there is no ${name}`
      : connector.status === "running"
        ? null
        : `${name} is stopped`;
  }

  #sendParked(): void {
    const ready = this.#parked.filter((request) => this.#obstacle(request) === null);
    this.#parked = this.#parked.filter((request) => !ready.includes(request));
    ready.forEach((request) => {
      this.#send(request);
    });
  }

  #send(request: OutgoingRequest): void {
    const reason = this.#obstacle(request);
    if (reason !== null) {
      const nobody = { flow: "", skill: "", personaId: request.personaId };
      this.trace.record({ kind: "log", level: "error", message: `send_request: ${reason}`, ...nobody });
      if (this.#options.platformShape?.stoppedConnector === "keeps") {
        this.#parked.push(request);
        return;
      }
      this.#requests.add(Promise.resolve({ kind: "failure", reason }), (outcome) => {
        this.#answer(request, outcome);
      });
      return;
    }
    const { fetch = globalThis.fetch, hosts = {}, requestTimeoutMs: timeoutMs = 30_000 } = this.#options;
    this.#requests.add(sendHttp(request.command, { fetch, hosts, timeoutMs }), (arrived) => {
      // A connector that was stopped meanwhile has nobody who takes the answer.
      const stopped = this.#obstacle(request);
      const outcome: HttpOutcome = stopped === null ? arrived : { kind: "failure", reason: stopped };
      const failed = outcome.kind === "failure";
      this.trace.record({
        ...{ kind: "http", ...request.command, personaId: request.personaId },
        status: failed ? 0 : outcome.status,
        response: failed ? "" : outcome.body,
        failure: failed ? outcome.reason : "",
      });
      this.#answer(request, outcome);
    });
  }

  #answer(request: OutgoingRequest, outcome: HttpOutcome): void {
    const { command, connectorIdn, personaId, actId } = request;
    const channel = { integrationIdn: "http", connectorIdn };
    this.#held.receive(
      { method: command.method, url: command.url, personaId },
      shapeResult(outcome, this.#shape).map((event) => ({
        ...{ ...nothing, ...event, ...channel },
        ...{ personaId, commandActId: actId },
      })),
    );
  }
}
