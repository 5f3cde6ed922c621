/** Python processes that wait for their next user, one after another the same. They end with this process. */
import { WorkerProcess } from "./worker-process.ts";

/** More are never needed at once for long; those beyond it end. */
const MOST_IDLE = 4;

const idle: WorkerProcess[] = [];

/** A process of this Python that nobody uses, the last that was given back; a new one when there is none. */
export function takeProcess(python: string): WorkerProcess {
  for (;;) {
    const index = idle.findLastIndex((waiting) => waiting.python === python);
    const [found] = index < 0 ? [] : idle.splice(index, 1);
    if (found === undefined) {
      return new WorkerProcess(python);
    }
    if (found.isAlive) {
      found.hold(true);
      return found;
    }
  }
}

/** Lets a process that is not busy wait for its next user; Node need not live for it meanwhile. */
export async function giveBack(process: WorkerProcess): Promise<void> {
  if (!process.isAlive) {
    await process.stop("the worker has ended");
    return;
  }
  process.hold(false);
  idle.push(process);
  if (idle.length > MOST_IDLE) {
    await idle.shift()?.stop("nobody needs the worker");
  }
}
