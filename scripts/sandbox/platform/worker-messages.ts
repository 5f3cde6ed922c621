/** What the worker process writes: one JSON message a line. */
import type { SkillError } from "./worker.ts";

/** Any message of the worker; which fields are there tells which it is (see `worker.py`). */
export interface WorkerMessage {
  readonly ready?: string;
  readonly call?: string;
  readonly kwargs?: Readonly<Record<string, unknown>>;
  readonly flow?: string;
  readonly skill?: string;
  readonly value?: string | null;
  readonly output?: string;
  readonly calls?: Readonly<Record<string, number>>;
  readonly seconds?: number;
  readonly error?: SkillError;
  readonly errors?: readonly SkillError[];
}

/**
 * Makes a function that takes the chunks of a stream and hands on every complete line as a message.
 *
 * @param receive takes the messages, in order
 * @returns takes a chunk; throws SyntaxError on a line that is not JSON
 */
export function createLineReader(receive: (message: WorkerMessage) => void): (chunk: string) => void {
  let rest = "";
  return (chunk) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      receive(JSON.parse(line) as WorkerMessage);
    }
  };
}
