/**
 * A session at the workbench: a list of steps on one stage. Time and ids are given, the answers of the model are kept;
 * that is why undoing a step is playing all before it again, on a stage of its own.
 */
import { canvasAttribute } from "../../sdk/contract.ts";
import type { PythonPlaces } from "../../project/index.ts";
import type { Conversation } from "../platform/index.ts";
import {
  openTheatre,
  playTurn,
  shownRequest,
  type ConversationScript,
  type Placeholders,
  type RunnableModule,
  type Simulator,
  type Stage,
  type Theatre,
} from "../conversations/index.ts";
import { askedBrain, type AskedBrain } from "./asked-brain.ts";
import { openAccount, type BuilderAccount } from "./builder-account.ts";
import type { Progress, RequestShown, Said, SayStep, Step, UpdateReport } from "./protocol.ts";
import type { RealModel } from "./real-model.ts";
import type { InstalledBuild, Releases } from "./releases.ts";
import { canvasWith, emptyCanvas } from "./scenarios.ts";
import { readAccount, reportUpdate } from "./update-report.ts";

/** What a session is played on. */
export interface SessionOptions {
  /** What the sources are compiled to. */
  readonly build: InstalledBuild;
  readonly releases: Releases;
  readonly module: RunnableModule;
  readonly simulator: Simulator;
  readonly pythonPlaces?: PythonPlaces;
  /** null where none is configured. */
  readonly model: RealModel | null;
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
  /** null where nobody speaks. */
  readonly said: Said | null;
  /** What the model answered, in order. */
  readonly answers: readonly unknown[];
  readonly heard: readonly string[];
  readonly requests: readonly RequestShown[];
  readonly problems: readonly string[];
  /** The tool or event that was promised has fired. */
  readonly fired: boolean;
  /** The faults its requests met, as items of a turn's `faults`. */
  readonly faults: readonly unknown[];
  readonly traceFrom: number;
  /** Of an update. */
  readonly report: UpdateReport | null;
}

/** How often a model may promise something before the caller speaks again. */
const mostPromises = 4;
/** A person waits for as long as it takes. */
const skillTimeoutMs = 24 * 60 * 60 * 1000;
/** Milliseconds between two reports of progress. */
const progressPause = 150;

/** Of a step in which nobody speaks and nothing is wrong. */
const nothing = { said: null, heard: [], problems: [], fired: false } as const;

/** What a step comes to by itself. */
type Outcome = Pick<PlayedStep, "said" | "heard" | "problems" | "fired">;

/** A session. Its methods are called one after another. */
export class Session {
  readonly #options: SessionOptions;
  readonly brain: AskedBrain;
  #theatre: Theatre | null = null;
  #stage: Stage | null = null;
  #account: BuilderAccount | null = null;
  #played: PlayedStep[] = [];
  #callers = new Map<string, Conversation>();
  #script: ConversationScript | null = null;
  #values: Placeholders = {};
  #progress: Progress | null = null;
  #report: UpdateReport | null = null;
  #saying: Said | null = null;

  private constructor(options: SessionOptions) {
    this.#options = options;
    this.brain = askedBrain(options.model?.brain ?? null, options.onChange);
  }

  /** Begins one. @throws InstallError, WorkerError */
  static async open(options: SessionOptions): Promise<Session> {
    const session = new Session(options);
    try {
      await session.#begin();
    } catch (thrown) {
      await session.close();
      throw thrown;
    }
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

  /** Idns of the scenarios a person has changed. */
  get edited(): ReadonlySet<string> {
    return new Set(this.#played.flatMap(({ step }) => (step.kind === "edit" ? [step.idn] : [])));
  }

  /** The written conversation that it began with; null for none. */
  get script(): ConversationScript | null {
    return this.#script;
  }

  /** The exchange of it that is played next, counted from 0; null when there is none left. */
  get nextTurn(): number | null {
    const last = this.#played.findLast(({ step }) => step.kind === "turn")?.step;
    const next = last?.kind === "turn" ? last.index + 1 : 0;
    return next < (this.#script?.turns.length ?? 0) ? next : null;
  }

  /** What is being said, until it has been played; null while nobody speaks. */
  get saying(): Said | null {
    return this.#saying;
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
    if (step.kind === "say") {
      const { caller, message, agent, tool } = step;
      this.#saying = { caller, message, agent, tool };
    }
    this.brain.begin(step.kind === "say" ? step.brain : "facts", known);
    const result = await this.#whileShown(title, () => this.#do(step)).finally(() => {
      this.#saying = null;
    });
    const trace = sandbox.trace;
    this.#played.push({
      step,
      said: result.said,
      answers: [...this.brain.given],
      heard: result.heard,
      requests: trace.of("http", from).map(shownRequest),
      problems: [
        ...result.problems,
        // A written exchange tells of them itself.
        ...(step.kind === "turn" ? [] : trace.of("error", from)).map(
          ({ flow, skill, line, message }) => `${flow}/${skill}:${String(line ?? 0)} stopped: ${message}`,
        ),
      ],
      fired: result.fired,
      faults: this.stage.service.takeMetFaults?.() ?? [],
      traceFrom: from,
      report: this.#report,
    });
    this.#options.onChange();
  }

  /** Takes the last step back. */
  async undo(): Promise<void> {
    await this.#again(this.#played.slice(0, -1));
  }

  /** Takes all steps back. @param script to begin with instead; what it has before its first exchange is set up */
  async restart(script: ConversationScript | null = this.#script): Promise<void> {
    this.#script = script;
    await this.#again([]);
  }

  /**
   * Has the model answer a caller: each message it says is a step, with the tool it promises in it.
   *
   * @throws Error with a sentence for people when the model has no answer; what was played stays
   */
  async converse({
    channel,
    caller,
    message,
  }: Pick<SayStep, "channel" | "caller" | "message">): Promise<void> {
    const { model } = this.#options;
    if (model === null) {
      throw new Error("No model is configured.");
    }
    const common = { kind: "say", channel, caller, facts: {}, brain: "model", inOwnWords: true } as const;
    let said = message;
    let told: readonly string[] = [];
    for (let promise = 0; promise < mostPromises; promise += 1) {
      const turn = await this.#whileShown(`${model.name} speaks for the agent`, () => {
        const { personaId, memory } = this.#conversation(channel, caller);
        return model.speak({
          ...{ caller, personaId, told, sandbox: this.stage.sandbox, now: this.stage.now() },
          integration: channel.split("/")[0] ?? "",
          memory: said === "" ? memory : [...memory, { from: "user", text: said }],
        });
      });
      const [first = "", ...others] = turn.tools;
      const before = this.#played.length;
      await this.play({ ...common, message: said, agent: turn.message, tool: first }, "Working");
      for (const tool of others) {
        await this.play({ ...common, message: "", agent: "", tool }, "Working");
      }
      said = "";
      told = this.#played.slice(before).flatMap(({ heard }) => heard);
      if (told.length === 0) {
        return;
      }
    }
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
    const script = this.#script;
    const stage = await this.#theatre.prepare(script ?? { now: begins });
    stage.sandbox.setAttribute(canvasAttribute, emptyCanvas);
    const account = await openAccount({
      ...{ sandbox: stage.sandbox, now: () => stage.now(), releases },
      idn: build.manifest.identity.projectIdn,
      declared: module.definition.attributes,
    }).catch(async (thrown: unknown) => {
      await stage.close();
      throw thrown;
    });
    this.#stage = stage;
    this.#account = account;
    this.#played = [];
    this.#callers = new Map();
    this.#values = {};
    if (script !== null) {
      const settings = stage.service.settings.map(({ idn, value }) => [idn, value] as const);
      await account.save({ ...Object.fromEntries(settings), ...script.attributes });
      await account.publish();
    }
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
    } catch (thrown) {
      this.#progress = null;
      this.#options.onChange();
      throw thrown;
    } finally {
      clearInterval(showing);
      this.#progress = null;
    }
  }

  async #do(step: Step): Promise<Outcome> {
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
          return { ...nothing, problems: ["The calendar does not take that: the place is not free."] };
        }
        break;
      case "fault":
        service.planFault?.(step.fault);
        break;
      case "calm":
        service.clearFaults?.(step.name === "" ? undefined : step.name);
        break;
      case "pass":
        this.stage.pass(step.minutes);
        await sandbox.settle();
        break;
      case "install":
        await account.install(step.version);
        break;
      case "edit":
        await account.save({ [canvasAttribute]: canvasWith(sandbox, step.idn, step.text) });
        break;
      case "update":
        await this.#update();
        break;
      case "say":
        return this.#say(step);
      case "turn":
        return this.#turn(step.index);
    }
    return nothing;
  }

  async #update(): Promise<void> {
    const { account } = this;
    const { releases, module } = this.#options;
    const read = () => {
      const { installed } = account;
      const { tree } = releases.read(installed);
      return readAccount(this.stage.sandbox, installed, tree, module.definition.attributes);
    };
    const before = read();
    await account.forceUpdate();
    await account.publish();
    this.#report = reportUpdate(before, read(), this.edited);
  }

  async #say(step: SayStep): Promise<Outcome> {
    const { channel, caller, message, agent, tool, facts, inOwnWords = false } = step;
    const {
      answers,
      problem,
      toolFired: fired,
    } = await this.#conversation(channel, caller).say({
      ...{ user: message, agent, tool, facts },
      speaksInstructions: !inOwnWords,
    });
    return {
      said: { caller, message, agent, tool },
      heard: answers,
      problems: problem === "" ? [] : [`The agent does not have the tool ${tool}.`],
      fired,
    };
  }

  /** An exchange of the written conversation; what is not as written is a problem of the step. */
  async #turn(index: number): Promise<Outcome> {
    const script = this.#script;
    const written = script?.turns[index];
    if (script === null || written === undefined) {
      return nothing;
    }
    const caller = written.caller ?? script.caller;
    const conversation = this.#conversation(`${script.integration}/${script.connector}`, caller);
    const { played, values } = await playTurn(this.stage, conversation, caller, written, this.#values);
    this.#values = values;
    const { message, agent, fired, answers, faults } = played;
    return {
      ...{ said: { caller, message, agent, tool: fired }, heard: answers, problems: faults },
      fired: fired !== "",
    };
  }

  /** Of one caller, begun when they first speak. */
  #conversation(channel: `${string}/${string}`, caller: string): Conversation {
    const key = `${channel} ${caller}`;
    const known = this.#callers.get(key);
    if (known !== undefined) {
      return known;
    }
    const begun = this.stage.sandbox.conversation({ channel, externalId: caller });
    this.#callers.set(key, begun);
    return begun;
  }
}
