/** Gives up at once on a request that the service will never answer, so that no time has to pass. */
import type { SimulatedService } from "./service.ts";

type Fetch = typeof globalThis.fetch;

/** How often the service is asked, in milliseconds. */
const LOOK_EVERY = 2;

/**
 * A `fetch` that fails like a time-out as soon as the service has left a request without an answer, instead of
 * after the time a request may take.
 *
 * @param playing the service as it is now
 */
export function impatientFetch(playing: () => SimulatedService | null): Fetch {
  return async (url, init) => {
    const service = playing();
    const unanswered = (): number => service?.unanswered?.() ?? 0;
    const from = unanswered();
    const answer = fetch(url, init);
    let look: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      look = setInterval(() => {
        if (unanswered() > from) {
          reject(new DOMException("The operation was aborted due to timeout", "TimeoutError"));
        }
      }, LOOK_EVERY);
    });
    // When the service closes, the request that was given up fails as well; nobody waits for it any more.
    answer.catch(() => undefined);
    try {
      return await Promise.race([answer, silence]);
    } finally {
      clearInterval(look);
    }
  };
}
