/** Gives up at once on a request that the simulator will never answer, so that no time has to pass. */
import type { AltegioServer } from "../../simulator/api/index.ts";

type Fetch = typeof globalThis.fetch;

/** How often the simulator's log is looked at, in milliseconds. */
const LOOK_EVERY = 2;

/**
 * A `fetch` that fails like a time-out as soon as the simulator has met a planned time-out, instead of after
 * the time a request may take.
 *
 * @param salon the simulator that is playing
 */
export function impatientFetch(salon: () => AltegioServer | null): Fetch {
  return async (url, init) => {
    const server = salon();
    const from = server?.requests.length ?? 0;
    const answer = fetch(url, init);
    let look: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      look = setInterval(() => {
        const met = server?.requests.slice(from).some(({ fault }) => fault?.startsWith("timeout-") === true);
        if (met === true) {
          reject(new DOMException("The operation was aborted due to timeout", "TimeoutError"));
        }
      }, LOOK_EVERY);
    });
    // When the simulator closes, the request that was given up fails as well; nobody waits for it any more.
    answer.catch(() => undefined);
    try {
      return await Promise.race([answer, silence]);
    } finally {
      clearInterval(look);
    }
  };
}
