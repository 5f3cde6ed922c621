/** Requests to the service a module talks to, sent one after the other with a pause and told to whoever listens. */
import { setTimeout as sleep } from "node:timers/promises";
import { Agent, fetch as undiciFetch } from "undici";
import type { VerificationRun } from "../sandbox/conversations/index.ts";

type Fetch = typeof globalThis.fetch;

/** A `fetch` with connections of its own. */
export interface ServiceFetch {
  readonly fetch: Fetch;
  /** Resolves when no request waits for its answer. */
  idle(): Promise<unknown>;
  /** Ends its connections. */
  close(): Promise<void>;
}

/**
 * @param pauseMs least time between the beginnings of two requests, in milliseconds
 * @param watch hears of every request and of what it came to
 */
export function serviceFetch(pauseMs: number, watch: VerificationRun["watch"]): ServiceFetch {
  const dispatcher = new Agent({ keepAliveTimeout: 1000 });
  let turn: Promise<unknown> = Promise.resolve();
  const pending = new Set<Promise<unknown>>();
  const send = async (url: Parameters<Fetch>[0], init: RequestInit = {}): Promise<Response> => {
    const { method = "GET", body } = init;
    const heard = watch({
      method,
      url: url instanceof Request ? url.url : String(url),
      body: typeof body === "string" ? body : "",
    });
    try {
      // The types of undici and of Node are two copies of the same.
      const answer = (await undiciFetch(url as never, {
        ...(init as object),
        dispatcher,
      })) as unknown as Response;
      heard({ status: answer.status, body: await answer.clone().text() });
      return answer;
    } catch (thrown) {
      heard({ status: 0, body: "" });
      throw thrown;
    }
  };
  return {
    fetch: async (url, init) => {
      const before = turn;
      turn = before.then(() => sleep(pauseMs));
      const answer = before.then(() => send(url, init));
      pending.add(answer);
      try {
        return await answer;
      } finally {
        pending.delete(answer);
      }
    },
    idle: () => Promise.allSettled(pending),
    close: () => dispatcher.close(),
  };
}
