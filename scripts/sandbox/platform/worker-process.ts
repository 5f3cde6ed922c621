/** The Python process that runs skills, and the pipes to it. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";
import { toolkitRoot } from "../../toolkit.ts";
import { createLineReader, type WorkerMessage } from "./worker-messages.ts";
import { workerEnvironment } from "./worker-environment.ts";
import type { WorkerHost } from "./worker.ts";

/** The process itself is at fault: it could not be started, crashed, hung, or was closed. `cause` is what it wrote before. */
export class WorkerError extends Error {
  override readonly name = "WorkerError";
}

/** The message that is being served. */
interface Pending {
  readonly host: WorkerHost;
  readonly resolve: (reply: WorkerMessage) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

const workerFile = join(toolkitRoot, "scripts", "sandbox", "platform", "worker.py");

/** One message at a time over the pipes of the process. */
export class WorkerProcess {
  /** The executable it was started with. */
  readonly python: string;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #ended: Promise<void>;
  #queue: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #pending: Pending | null = null;
  #failure: WorkerError | null = null;
  #stderr = "";

  /** Starts the process. That it cannot be started is told to whoever asks it something. */
  constructor(python: string) {
    this.python = python;
    this.#child = spawn(python, ["-B", workerFile], { env: workerEnvironment(process.env) });
    const read = createLineReader((message) => {
      this.#receive(message);
    });
    this.#child.stdout.setEncoding("latin1");
    this.#child.stdout.on("data", (chunk: string) => {
      try {
        read(chunk);
      } catch (error) {
        this.#fail(`sent something unreadable: ${String(error)}`);
        this.#kill();
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

  /** Whether it can be asked something. */
  get isAlive(): boolean {
    return this.#failure === null;
  }

  /** Whether it is asked something, or will be. */
  get isBusy(): boolean {
    return this.#waiting > 0;
  }

  /**
   * Sends a message when those before it are answered, and gives the reply.
   *
   * @param host serves the calls that come before the reply
   * @param timeoutMs longest time to the reply; a process that takes longer is ended
   * @throws WorkerError
   */
  ask(message: object, host: WorkerHost, timeoutMs: number): Promise<WorkerMessage> {
    this.#waiting += 1;
    const turn = this.#queue
      .then(() => this.#exchange(message, host, timeoutMs))
      .finally(() => {
        this.#waiting -= 1;
      });
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Whether Node has to live as long as the process does. */
  hold(isHeld: boolean): void {
    const { stdin, stdout, stderr } = this.#child;
    for (const handle of [this.#child, stdin, stdout, stderr] as unknown as NodeJS.RefCounted[]) {
      if (isHeld) {
        handle.ref();
      } else {
        handle.unref();
      }
    }
  }

  /** Ends the process; what it was asked, and will be, fails for this reason. */
  async stop(reason: string): Promise<void> {
    this.#failure ??= new WorkerError(reason);
    this.#settle()?.reject(this.#failure);
    this.#child.stdin.end();
    this.#kill();
    await this.#ended;
  }

  #exchange(message: object, host: WorkerHost, timeoutMs: number): Promise<WorkerMessage> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== null) {
        reject(this.#failure);
        return;
      }
      const timer = setTimeout(() => {
        this.#fail(`did not answer within ${String(timeoutMs)} ms: ${describe(message)}`);
        this.#kill();
      }, timeoutMs);
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
    } else {
      void this.#serve(message, message.call);
    }
  }

  async #serve({ kwargs = {}, flow = "", skill = "" }: WorkerMessage, call: string): Promise<void> {
    try {
      const answer = await this.#pending?.host(call, kwargs, { flow, skill });
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

  #kill(): void {
    // Node takes the number of a process that never started for 0, which is everything in the group of the caller.
    if (this.#child.pid !== undefined) {
      this.#child.kill("SIGKILL");
    }
  }

  #fail(reason: string): void {
    const written = this.#stderr.trim();
    // Python's last line says what is wrong; those before it are a stack.
    const last = written.slice(written.lastIndexOf("\n") + 1);
    const message = `the Python worker ${reason}${last === "" ? "" : `\n${last}`}`;
    this.#failure ??= new WorkerError(message, { cause: written });
    this.#settle()?.reject(this.#failure);
  }
}

function describe(message: object): string {
  const { op, flow, skill } = message as { op?: string; flow?: string; skill?: string };
  return [op, flow, skill].filter((part) => part !== undefined).join(" ");
}
