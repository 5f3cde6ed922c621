/**
 * A session at the workbench: a list of steps on one stage. Time and ids are given, the answers of the model are kept;
 * that is why undoing a step is playing all before it again, on a stage of its own.
 */
import { canvasAttribute } from "../../sdk/contract.ts";
import type { PythonPlaces } from "../../project/index.ts";
import type { Brain, Conversation, TurnResult } from "../platform/index.ts";
import {
  openTheatre,
  shownRequest,
  type RunnableModule,
  type Simulator,
  type Stage,
  type Theatre,
} from "../conversations/index.ts";
import { askedBrain, type AskedBrain } from "./asked-brain.ts";
import { openAccount, type BuilderAccount } from "./builder-account.ts";
import type { Progress, RequestShown, SayStep, Step, UpdateReport } from "./protocol.ts";
import type { InstalledBuild, Releases } from "./releases.ts";
import { canvasWith, emptyCanvas, reportUpdate, scenariosOf } from "./scenarios.ts";

/** What a session is played on. */
export interface SessionOptions {
  /** What the sources are compiled to. */
  readonly build: InstalledBuild;
  readonly releases: Releases;
  readonly module: RunnableModule;
  readonly simulator: Simulator;
  readonly pythonPlaces?: PythonPlaces;
  /** A real model; null for none. */
  readonly model: Brain | null;
  /** The moment it begins, ISO 8601 with offset. */
  readonly begins: string;
  /** Milliseconds from any moment on, for durations. */
  readonly timer: () => number;
  /** Hears whenever something has changed. */
  readonly onChange: () => void;
}

/** A step with what came of it. */
export interface PlayedStep {
  readonly step: Step;
  /** What the model answered, in order. */
  readonly answers: readonly unknown[];
  readonly heard: readonly string[];
  readonly requests: readonly RequestShown[];
  readonly problems: readonly string[];
  readonly traceFrom: number;
  /** Of an update. */
  readonly report: UpdateReport | null;
}

/** A person waits for as long as it takes. */
const skillTimeoutMs = 24 * 60 * 60 * 1000;
/** Milliseconds between two reports of progress. */
const progressPause = 150;

/** A session. Its methods are called one after another. */
export class Session {
  readonly #options: SessionOptions;
  readonly brain: AskedBrain;
  #theatre: Theatre | null = null;
  #stage: Stage | null = null;
  #account: BuilderAccount | null = null;
  #played: PlayedStep[] = [];
  #callers = new Map<string, Conversation>();
  #progress: Progress | null = null;
  #report: UpdateReport | null = null;

  private constructor(options: SessionOptions) {
    this.#options = options;
    this.brain = askedBrain(options.model, options.onChange);
  }

  /** Begins one. @throws InstallError, WorkerError */
  static async open(options: SessionOptions): Promise<Session> {
    const session = new Session(options);
    await session.#begin();
    return session;
  }

  /** Where it is played now. */
  get stage(): Stage {
    if (this.#stage === null) {
      throw new Error("the session is closed");
    }
    return this.#stage;
  }

  /** The Builder of its account. */
  get account(): BuilderAccount {
    if (this.#account === null) {
      throw new Error("the session is closed");
    }
    return this.#account;
  }

  /** Names of the scenarios a person has changed. */
  get edited(): ReadonlySet<string> {
    return new Set(this.#played.flatMap(({ step }) => (step.kind === "edit" ? [step.name] : [])));
  }

  get played(): readonly PlayedStep[] {
    return this.#played;
  }

  /** null while nothing is played. */
  get progress(): Progress | null {
    return this.#progress;
  }

  /** Plays a step. What goes wrong is a problem of the step. @param known answers of the model that are known */
  async play(step: Step, title: string, known: readonly unknown[] = []): Promise<void> {
    const { sandbox } = this.stage;
    const from = sandbox.trace.entries.length;
    this.#report = null;
    this.brain.begin(step.kind === "say" ? step.brain : "facts", known);
    const result = await this.#whileShown(title, () => this.#do(step));
    const trace = sandbox.trace;
    this.#played.push({
      step,
      answers: [...this.brain.given],
      heard: result.answers,
      requests: trace.of("http", from).map(shownRequest),
      problems: [
        ...(result.problem === "" ? [] : [result.problem]),
        ...trace
          .of("error", from)
          .map(
            ({ flow, skill, line, message }) => `${flow}/${skill}:${String(line ?? 0)} stopped: ${message}`,
          ),
      ],
      traceFrom: from,
      report: this.#report,
    });
    this.#options.onChange();
  }

  /** Takes the last step back. */
  async undo(): Promise<void> {
    await this.#again(this.#played.slice(0, -1));
  }

  /** Takes all steps back. */
  async restart(): Promise<void> {
    await this.#again([]);
  }

  async close(): Promise<void> {
    this.brain.refuse();
    await this.#account?.close();
    await this.#stage?.close();
    await this.#theatre?.close();
    this.#account = null;
    this.#stage = null;
    this.#theatre = null;
  }

  async #begin(): Promise<void> {
    const { build, releases, module, simulator, pythonPlaces, begins, timer } = this.#options;
    this.#theatre = await openTheatre({
      ...{ artifact: build.tree, module, simulator, brain: this.brain, platform: { skillTimeoutMs, timer } },
      ...(pythonPlaces === undefined ? {} : { pythonPlaces }),
    });
    const stage = await this.#theatre.prepare({ now: begins });
    stage.sandbox.setAttribute(canvasAttribute, emptyCanvas);
    const account = await openAccount({
      ...{ sandbox: stage.sandbox, now: () => stage.now(), releases },
      idn: build.manifest.identity.projectIdn,
      declared: module.definition.attributes,
    });
    this.#stage = stage;
    this.#account = account;
    this.#played = [];
    this.#callers = new Map();
  }

  async #again(steps: readonly PlayedStep[]): Promise<void> {
    await this.#whileShown("Taking it back", async () => {
      await this.close();
      await this.#begin();
    });
    for (const { step, answers } of steps) {
      await this.play(step, "Taking it back", answers);
    }
    this.#options.onChange();
  }

  async #whileShown<T>(title: string, work: () => Promise<T>): Promise<T> {
    const from = this.#stage?.sandbox.trace.entries.length ?? 0;
    const show = (): void => {
      const trace = this.#stage?.sandbox.trace;
      this.#progress = {
        title,
        requests: trace?.of("http", from).length ?? 0,
        actions: trace?.of("action", from).length ?? 0,
      };
      // Between two stages there is nothing to show.
      if (this.#stage !== null) {
        this.#options.onChange();
      }
    };
    show();
    const showing = setInterval(show, progressPause);
    try {
      return await work();
    } finally {
      clearInterval(showing);
      this.#progress = null;
    }
  }

  async #do(step: Step): Promise<Pick<TurnResult, "answers" | "problem">> {
    const { sandbox, service } = this.stage;
    const { account } = this;
    switch (step.kind) {
      case "set":
        await account.save(step.values);
        break;
      case "publish":
        await account.publish();
        break;
      case "team":
        try {
          await service.actAsTeam?.(step.action);
        } catch {
          return { answers: [], problem: "The calendar does not take that: the place is not free." };
        }
        break;
      case "fault":
        service.planFault?.(step.fault);
        break;
      case "calm":
        service.clearFaults?.();
        break;
      case "pass":
        this.stage.pass(step.minutes);
        await sandbox.settle();
        break;
      case "install":
        await account.install(step.version);
        break;
      case "edit":
        await account.save({ [canvasAttribute]: canvasWith(sandbox, step.name, step.text) });
        break;
      case "update":
        await this.#update();
        break;
      case "say":
        return this.#say(step);
    }
    return { answers: [], problem: "" };
  }

  async #update(): Promise<void> {
    const { account } = this;
    const { sandbox } = this.stage;
    const [from, before] = [account.installed, scenariosOf(sandbox)];
    await account.forceUpdate();
    await account.publish();
    this.#report = reportUpdate({ from, to: account.installed }, before, scenariosOf(sandbox), this.edited);
  }

  async #say({ channel, caller, message, agent, tool, facts }: SayStep): Promise<TurnResult> {
    const key = `${channel} ${caller}`;
    const conversation =
      this.#callers.get(key) ?? this.stage.sandbox.conversation({ channel, externalId: caller });
    this.#callers.set(key, conversation);
    const result = await conversation.say({ user: message, agent, tool, facts });
    return result.problem === ""
      ? result
      : { ...result, problem: `The agent does not have the tool ${tool}.` };
  }
}
