/** The Node side of the process that runs skills: loads flows, runs skills, answers their calls. */
import type { PythonPlaces } from "../../project/index.ts";
import { commandCall, environmentName } from "../../toolkit.ts";
import { actionSignatures } from "./action-signatures.ts";
import { pythonPatience } from "./python-patience.ts";
import { describeSlowPythons, findPython } from "./python.ts";
import { giveBack, takeProcess } from "./worker-pool.ts";
import type { WorkerMessage } from "./worker-messages.ts";
import { WorkerError, type WorkerProcess } from "./worker-process.ts";

export { WorkerError } from "./worker-process.ts";

/** The text of a skill as the worker takes it. */
export interface SkillSource {
  readonly source: string;
  readonly parameters: readonly { readonly name: string; readonly defaultValue: string }[];
}

/** Skill idn -> its text. */
export type FlowSources = Readonly<Record<string, SkillSource>>;

/** Skill idn -> how often it was called in one run, the skill that was run among them. */
export type SkillCalls = Readonly<Record<string, number>>;

/** What went wrong in a skill. `line` counts from 1 in the skill's text; null when it is not known. */
export interface SkillError {
  /** The Python exception: `UndefinedError`, `TypeError`, `RecursionError`, ... */
  readonly type: string;
  readonly message: string;
  readonly skill: string | null;
  readonly line: number | null;
}

/** How a run ended: the skill's value and everything it printed, or its error; and how often each skill was called. */
export type RunResult = { readonly calls: SkillCalls } & (
  | { readonly ok: true; readonly value: string | null; readonly output: string }
  | { readonly ok: false; readonly error: SkillError }
);

/** Where a call comes from. */
export interface CallOrigin {
  readonly flow: string;
  readonly skill: string;
}

/**
 * Executes one action for a running skill, at once or later. `undefined` reaches the skill as "", null as None,
 * `{"$uuid": text}` as a UUID object. What it throws becomes an error of the skill.
 */
export type WorkerHost = (
  action: string,
  kwargs: Readonly<Record<string, unknown>>,
  origin: CallOrigin,
) => unknown;

/** How to start a worker. */
export interface WorkerOptions {
  /** The Python executable; by default the first that `findPython` accepts. */
  readonly python?: string;
  /** Where one is looked for when none is named; the places of the toolkit when left out. */
  readonly pythonPlaces?: PythonPlaces;
  /** `default` lets skills change lists and dicts, as the platform does; `immutable` does not. */
  readonly sandbox?: "default" | "immutable";
  /** Jinja2 extensions by their Python names, such as `jinja2.ext.do`; none by default. */
  readonly extensions?: readonly string[];
  /** Longest time one message may take, in milliseconds; by default what `pythonPatience` says. */
  readonly timeoutMs?: number;
}

/** A flow that does not parse. */
export class FlowLoadError extends Error {
  readonly flow: string;
  readonly errors: readonly SkillError[];

  constructor(flow: string, errors: readonly SkillError[]) {
    const lines = errors.map((e) => `${flow}/${e.skill ?? "?"}:${e.line ?? "?"}: ${e.type}: ${e.message}`);
    super(lines.join("\n"));
    this.name = "FlowLoadError";
    this.flow = flow;
    this.errors = errors;
  }
}

/** A running worker. Messages are served one after another, in the order they were asked. */
export interface Worker {
  readonly jinjaVersion: string;
  /** Compiles and replaces a flow. @throws FlowLoadError, WorkerError */
  loadFlow(flow: string, skills: FlowSources): Promise<void>;
  /** Runs a skill of a loaded flow. @throws WorkerError */
  run(
    flow: string,
    skill: string,
    kwargs: Readonly<Record<string, string>>,
    host: WorkerHost,
  ): Promise<RunResult>;
  /** `loadFlow` and `run` in one message. @throws FlowLoadError, WorkerError */
  loadAndRun(
    flow: string,
    skills: FlowSources,
    skill: string,
    kwargs: Readonly<Record<string, string>>,
    host: WorkerHost,
  ): Promise<RunResult>;
  /** Gives the process up: it waits for its next user, or ends when a skill is running in it. */
  close(): Promise<void>;
}

let secondsInJinja = 0;

/** Milliseconds for which skills have computed in all workers of this process, without what they waited for. */
export function timeInJinja(): number {
  return secondsInJinja * 1000;
}

const closed = "the worker is closed";
const noHost: WorkerHost = (action) => {
  throw new Error(`${action} cannot be called here`);
};

/**
 * Starts a worker, in a process that waits for a user when there is one: starting Python and compiling skills
 * take longer than most runs. Nothing of the user before is left but compiled code, found again by its text.
 *
 * @throws WorkerError when there is no Python with Jinja2, or it does not start
 */
export async function startWorker(options: WorkerOptions = {}): Promise<Worker> {
  const python = options.python ?? findPython(options.pythonPlaces)?.path;
  if (python === undefined) {
    const none = `No Python with Jinja2 3.1 or newer was found. Run ${commandCall} setup, or set ${environmentName("PYTHON")} to one.`;
    throw new WorkerError(describeSlowPythons() || none);
  }
  const lease = new Lease(takeProcess(python), options.timeoutMs ?? pythonPatience());
  const ready = await lease.ask(
    {
      op: "init",
      sandbox: options.sandbox ?? "default",
      extensions: options.extensions ?? [],
      actions: actionSignatures,
    },
    noHost,
    // To start takes its time, however short a run may be.
    pythonPatience(),
  );
  const runAny = async (flow: string, message: object, host: WorkerHost): Promise<RunResult> => {
    const reply = await lease.ask({ op: "run", flow, ...message }, host);
    if (reply.errors !== undefined) {
      throw new FlowLoadError(flow, reply.errors);
    }
    const { calls = {}, seconds = 0 } = reply;
    secondsInJinja += seconds;
    return reply.error === undefined
      ? { ok: true, value: reply.value ?? null, output: reply.output ?? "", calls }
      : { ok: false, error: reply.error, calls };
  };
  return {
    jinjaVersion: ready.ready ?? "",
    async loadFlow(flow, skills) {
      const reply = await lease.ask({ op: "load", flow, skills }, noHost);
      if (reply.errors !== undefined) {
        throw new FlowLoadError(flow, reply.errors);
      }
    },
    run: (flow, skill, kwargs, host) => runAny(flow, { skill, kwargs }, host),
    loadAndRun: (flow, skills, skill, kwargs, host) => runAny(flow, { skill, kwargs, skills }, host),
    close: () => lease.end(),
  };
}

/** The use of a process, until it is given back. */
class Lease {
  readonly #process: WorkerProcess;
  readonly #timeoutMs: number;
  #ended: Promise<void> | null = null;

  constructor(process: WorkerProcess, timeoutMs: number) {
    this.#process = process;
    this.#timeoutMs = timeoutMs;
  }

  ask(message: object, host: WorkerHost, timeoutMs = this.#timeoutMs): Promise<WorkerMessage> {
    return this.#ended === null
      ? this.#process.ask(message, host, timeoutMs)
      : Promise.reject(new WorkerError(closed));
  }

  end(): Promise<void> {
    this.#ended ??= this.#process.isBusy ? this.#process.stop(closed) : giveBack(this.#process);
    return this.#ended;
  }
}
