/** Lets plain code wait for actions that take their time, as the skills in Python do. */
import type { ActionHost } from "../../sdk/node-context.ts";

/** What a handler is given in place of the platform. */
export interface Retold {
  readonly host: ActionHost;
  /**
   * The value that comes later; at once where it came before the handler was begun anew.
   *
   * @param wait begins to wait for it
   */
  later<Value>(wait: () => Promise<Value>): Promise<Value>;
}

/** Ends a handler whose action is not over. No handler catches it: the language has no `try`. */
class Unfinished extends Error {
  readonly value: Promise<unknown>;

  constructor(value: Promise<unknown>) {
    super("an action takes its time");
    this.value = value;
  }
}

/**
 * Runs a handler to its end. A call cannot wait: where an action gives a promise the handler is left, and once that is
 * fulfilled begun anew and told again what it has heard before, which brings it to the same place. Nothing is done twice.
 *
 * @param run does the same each time it is told the same
 */
export async function runRetold(host: ActionHost, run: (retold: Retold) => Promise<void>): Promise<void> {
  const heard: unknown[] = [];
  for (;;) {
    try {
      await run(retell(host, heard));
      return;
    } catch (thrown) {
      if (!(thrown instanceof Unfinished)) {
        throw thrown;
      }
      heard.push(await thrown.value);
    }
  }
}

function retell(host: ActionHost, heard: unknown[]): Retold {
  let next = 0;
  const isKnown = (): boolean => {
    next += 1;
    return next <= heard.length;
  };
  return {
    host: {
      call(action, kwargs) {
        if (!isKnown()) {
          const value = host.call(action, kwargs);
          if (value instanceof Promise) {
            throw new Unfinished(value);
          }
          heard.push(value);
        }
        return heard[next - 1];
      },
    },
    async later(wait) {
      const place = next;
      if (!isKnown()) {
        heard.push(await wait());
      }
      return heard[place] as Awaited<ReturnType<typeof wait>>;
    },
  };
}
