/** The Node side of the process that runs skills: starts it, loads flows, runs skills, answers their calls. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";
import { environmentName, toolkitRoot } from "../../toolkit.ts";
import { actionSignatures } from "./action-signatures.ts";
import { findPython } from "./python.ts";
import { createLineReader, type WorkerMessage } from "./worker-messages.ts";

/** The text of a skill as the worker takes it. */
export interface SkillSource {
  readonly source: string;
  readonly parameters: readonly { readonly name: string; readonly defaultValue: string }[];
}

/** Skill idn -> its text. */
export type FlowSources = Readonly<Record<string, SkillSource>>;

/** What went wrong in a skill. `line` counts from 1 in the skill's text; null when it is not known. */
export interface SkillError {
  /** The Python exception: `UndefinedError`, `TypeError`, `RecursionError`, ... */
  readonly type: string;
  readonly message: string;
  readonly skill: string | null;
  readonly line: number | null;
}

/** How a run ended: the skill's value and everything it printed, or its error. */
export type RunResult =
  | { readonly ok: true; readonly value: string | null; readonly output: string }
  | { readonly ok: false; readonly error: SkillError };

/** Where a call comes from. */
export interface CallOrigin {
  readonly flow: string;
  readonly skill: string;
}

/**
 * Executes one action for a running skill. `undefined` reaches the skill as "", null as None,
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
  /** `default` lets skills change lists and dicts, as the platform does; `immutable` does not. */
  readonly sandbox?: "default" | "immutable";
  /** Jinja2 extensions by their Python names, such as `jinja2.ext.do`; none by default. */
  readonly extensions?: readonly string[];
  /** Longest time one message may take, in milliseconds; 30 000 by default. */
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

/** The process itself is at fault: it could not be started, crashed, hung, or was closed. */
export class WorkerError extends Error {
  override readonly name = "WorkerError";
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
  /** Ends the process. */
  close(): Promise<void>;
}

const workerFile = join(toolkitRoot, "scripts", "sandbox", "platform", "worker.py");
const noHost: WorkerHost = (action) => {
  throw new Error(`${action} cannot be called here`);
};

/**
 * Starts a worker.
 *
 * @throws WorkerError when there is no Python with Jinja2, or it does not start
 */
export async function startWorker(options: WorkerOptions = {}): Promise<Worker> {
  const python = options.python ?? findPython()?.path;
  if (python === undefined) {
    throw new WorkerError(`no Python with Jinja2 3.1 or newer was found; set ${environmentName("PYTHON")}`);
  }
  const channel = new WorkerChannel(python, options.timeoutMs ?? 30_000);
  const ready = await channel.ask(
    {
      op: "init",
      sandbox: options.sandbox ?? "default",
      extensions: options.extensions ?? [],
      actions: actionSignatures,
    },
    noHost,
  );
  const runAny = async (flow: string, message: object, host: WorkerHost): Promise<RunResult> => {
    const reply = await channel.ask({ op: "run", flow, ...message }, host);
    if (reply.errors !== undefined) {
      throw new FlowLoadError(flow, reply.errors);
    }
    return reply.error === undefined
      ? { ok: true, value: reply.value ?? null, output: reply.output ?? "" }
      : { ok: false, error: reply.error };
  };
  return {
    jinjaVersion: ready.ready ?? "",
    async loadFlow(flow, skills) {
      const reply = await channel.ask({ op: "load", flow, skills }, noHost);
      if (reply.errors !== undefined) {
        throw new FlowLoadError(flow, reply.errors);
      }
    },
    run: (flow, skill, kwargs, host) => runAny(flow, { skill, kwargs }, host),
    loadAndRun: (flow, skills, skill, kwargs, host) => runAny(flow, { skill, kwargs, skills }, host),
    close: () => channel.close(),
  };
}

/** The message that is being served. */
interface Pending {
  readonly host: WorkerHost;
  readonly resolve: (reply: WorkerMessage) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** One message at a time over the pipes of the process. */
class WorkerChannel {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #timeoutMs: number;
  readonly #ended: Promise<void>;
  #queue: Promise<unknown> = Promise.resolve();
  #pending: Pending | null = null;
  #failure: WorkerError | null = null;
  #stderr = "";

  constructor(python: string, timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
    // A fixed hash seed makes the order of Python sets, and with it every run, repeatable.
    this.#child = spawn(python, ["-B", workerFile], { env: { ...process.env, PYTHONHASHSEED: "0" } });
    const read = createLineReader((message) => {
      this.#receive(message);
    });
    this.#child.stdout.setEncoding("latin1");
    this.#child.stdout.on("data", (chunk: string) => {
      try {
        read(chunk);
      } catch (error) {
        this.#fail(`sent something unreadable: ${String(error)}`);
        this.#child.kill("SIGKILL");
      }
    });
    this.#child.stderr.setEncoding("utf8");
    this.#child.stderr.on("data", (chunk: string) => {
      this.#stderr = (this.#stderr + chunk).slice(-4000);
    });
    // A process that is already gone breaks the pipe; `close` reports why it went.
    this.#child.stdin.on("error", () => undefined);
    this.#ended = new Promise((resolve) => {
      this.#child.on("error", (error) => {
        this.#fail(`did not start: ${error.message}`);
        resolve();
      });
      this.#child.on("close", (code, signal) => {
        this.#fail(`ended (${signal ?? `code ${String(code)}`})`);
        resolve();
      });
    });
  }

  ask(message: object, host: WorkerHost): Promise<WorkerMessage> {
    const turn = this.#queue.then(() => this.#exchange(message, host));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    this.#failure ??= new WorkerError("the worker is closed");
    this.#settle()?.reject(this.#failure);
    this.#child.stdin.end();
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  #exchange(message: object, host: WorkerHost): Promise<WorkerMessage> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== null) {
        reject(this.#failure);
        return;
      }
      const timer = setTimeout(() => {
        this.#fail(`did not answer within ${String(this.#timeoutMs)} ms: ${describe(message)}`);
        this.#child.kill("SIGKILL");
      }, this.#timeoutMs);
      this.#pending = { host, resolve, reject, timer };
      this.#send(message);
    });
  }

  #send(message: object): void {
    this.#child.stdin.write(`${JSON.stringify(message)}\n`);
  }

  #receive(message: WorkerMessage): void {
    if (message.call === undefined) {
      this.#settle()?.resolve(message);
      return;
    }
    const origin = { flow: message.flow ?? "", skill: message.skill ?? "" };
    try {
      const answer = (this.#pending?.host ?? noHost)(message.call, message.kwargs ?? {}, origin);
      this.#send({ answer: answer === undefined ? "" : answer });
    } catch (error) {
      this.#send({ fail: error instanceof Error ? error.message : String(error) });
    }
  }

  #settle(): Pending | null {
    const pending = this.#pending;
    this.#pending = null;
    if (pending !== null) {
      clearTimeout(pending.timer);
    }
    return pending;
  }

  #fail(reason: string): void {
    const details = this.#stderr.trim();
    this.#failure ??= new WorkerError(`the Python worker ${reason}${details === "" ? "" : `\n${details}`}`);
    this.#settle()?.reject(this.#failure);
  }
}

function describe(message: object): string {
  const { op, flow, skill } = message as { op?: string; flow?: string; skill?: string };
  return [op, flow, skill].filter((part) => part !== undefined).join(" ");
}
