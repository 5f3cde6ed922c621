/** Keeps account of requests in flight and delivers their answers in a fixed order. */
import type { HttpOutcome } from "./http.ts";

/** When answers are delivered: in the order of the requests, in that of the answers, or all at once. */
export type ResultOrder = "sent" | "arrival" | "together";

interface Request {
  readonly outcome: Promise<HttpOutcome>;
  readonly deliver: (outcome: HttpOutcome) => void;
}

/**
 * Requests that were sent and not yet delivered. An answer waits until it is asked for, which is when no event is left:
 * whether it comes before another event must not depend on how long it takes. Answers are delivered one at a time in the
 * order the requests were sent, so that a run can be repeated; with `arrival` in the order they come, with `together` once
 * all are there.
 */
export class RequestQueue {
  readonly #order: ResultOrder;
  readonly #requests = new Set<Request>();
  /** Those whose answers are there and not delivered, in the order they came. */
  readonly #arrived = new Set<Request>();

  constructor(order: ResultOrder) {
    this.#order = order;
  }

  /** True when every answer was delivered. */
  get isEmpty(): boolean {
    return this.#requests.size === 0;
  }

  /** Watches a request; `deliver` takes its outcome. */
  add(outcome: Promise<HttpOutcome>, deliver: (outcome: HttpOutcome) => void): void {
    const request = { outcome, deliver };
    this.#requests.add(request);
    void outcome.then(() => this.#arrived.add(request));
  }

  /** Waits for the next answer, with `together` for all, and delivers it. */
  async deliverNext(): Promise<void> {
    for (const request of await this.#next()) {
      const outcome = await request.outcome;
      this.#requests.delete(request);
      this.#arrived.delete(request);
      request.deliver(outcome);
    }
  }

  async #next(): Promise<Request[]> {
    const outcomes = [...this.#requests].map(({ outcome }) => outcome);
    switch (this.#order) {
      case "sent":
        return [...this.#requests].slice(0, 1);
      case "arrival":
        await Promise.race(outcomes);
        return [...this.#arrived].slice(0, 1);
      case "together":
        await Promise.all(outcomes);
        return [...this.#requests];
    }
  }
}
