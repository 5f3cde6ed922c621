/** Keeps account of requests in flight and delivers their answers in a fixed order. */
import type { HttpOutcome } from "./http.ts";

/**
 * Requests that were sent and not yet delivered. Answers are delivered in the order the requests were sent, however
 * long each takes, so that a run can be repeated; with `arrival` in the order they come.
 */
export class RequestQueue {
  readonly #order: "sent" | "arrival";
  #inFlight = 0;
  #last: Promise<void> = Promise.resolve();
  #wake: () => void = () => undefined;
  #changed: Promise<void>;

  constructor(order: "sent" | "arrival") {
    this.#order = order;
    this.#changed = this.#nextChange();
  }

  /** True when every answer was delivered. */
  get isEmpty(): boolean {
    return this.#inFlight === 0;
  }

  /** Watches a request; `deliver` takes its outcome. */
  add(outcome: Promise<HttpOutcome>, deliver: (outcome: HttpOutcome) => void): void {
    this.#inFlight += 1;
    const before = this.#order === "sent" ? this.#last : Promise.resolve();
    this.#last = Promise.all([outcome, before]).then(([result]) => {
      this.#inFlight -= 1;
      deliver(result);
      this.#wake();
      this.#changed = this.#nextChange();
    });
  }

  /** Resolves at the next delivery. */
  change(): Promise<void> {
    return this.#changed;
  }

  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
