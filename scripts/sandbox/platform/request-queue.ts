/** Keeps account of requests in flight and delivers their answers in a fixed order. */
import type { HttpOutcome } from "./http.ts";

/** When answers are delivered: in the order of the requests, in that of the answers, or all at once. */
export type ResultOrder = "sent" | "arrival" | "together";

type Deliver = (outcome: HttpOutcome) => void;

/**
 * Requests that were sent and not yet delivered. Answers are delivered in the order the requests were sent, however
 * long each takes, so that a run can be repeated; with `arrival` in the order they come. With `together` they wait until
 * they are asked for and all are there, so that nothing depends on how long an answer takes.
 */
export class RequestQueue {
  readonly #order: ResultOrder;
  readonly #together: { readonly outcome: Promise<HttpOutcome>; readonly deliver: Deliver }[] = [];
  #inFlight = 0;
  #last: Promise<void> = Promise.resolve();
  #wake: () => void = () => undefined;
  #changed: Promise<void>;

  constructor(order: ResultOrder) {
    this.#order = order;
    this.#changed = this.#nextChange();
  }

  /** True when every answer was delivered. */
  get isEmpty(): boolean {
    return this.#inFlight === 0 && this.#together.length === 0;
  }

  /** Watches a request; `deliver` takes its outcome. */
  add(outcome: Promise<HttpOutcome>, deliver: Deliver): void {
    if (this.#order === "together") {
      this.#together.push({ outcome, deliver });
      return;
    }
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
    return this.#order === "together" ? this.#deliverTogether() : this.#changed;
  }

  async #deliverTogether(): Promise<void> {
    const requests = this.#together.splice(0);
    const outcomes = await Promise.all(requests.map(({ outcome }) => outcome));
    requests.forEach(({ deliver }, index) => {
      const outcome = outcomes[index];
      if (outcome !== undefined) {
        deliver(outcome);
      }
    });
  }

  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
