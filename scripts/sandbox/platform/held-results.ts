/** Results of requests that a test keeps back, to have them late, twice, out of order, elsewhere or never. */
import type { SandboxEvent } from "./event-bus.ts";
import type { HttpCommand } from "./http.ts";

/** What a request is chosen by. `personaId` is the user the command names; "" for none. */
export interface RequestToHold extends Pick<HttpCommand, "method" | "url"> {
  readonly personaId: string;
}

/** Results kept back. The requests were carried out; nobody has heard of it. */
export interface HeldResults {
  /** The events as they would have been delivered, in order; those that were released are not there any more. */
  readonly events: readonly SandboxEvent[];
  /** Queues all of them, in order; `settle()` handles them. What comes later is still held. */
  release(): void;
  /** Holds no further results. Those that are held stay so. */
  stop(): void;
}

interface Holding {
  readonly matches: (request: RequestToHold) => boolean;
  readonly events: SandboxEvent[];
}

/** Everything that is being held in a sandbox. */
export class ResultHolder {
  readonly #deliver: (event: SandboxEvent) => void;
  #holding: readonly Holding[] = [];

  /** @param deliver takes the events that are released */
  constructor(deliver: (event: SandboxEvent) => void) {
    this.#deliver = deliver;
  }

  /** Holds the results of the requests that match; of two that match one request, the older does. */
  hold(matches: (request: RequestToHold) => boolean): HeldResults {
    const holding: Holding = { matches, events: [] };
    this.#holding = [...this.#holding, holding];
    return {
      events: holding.events,
      release: () => {
        holding.events.splice(0).forEach(this.#deliver);
      },
      stop: () => {
        this.#holding = this.#holding.filter((other) => other !== holding);
      },
    };
  }

  /** Delivers the result events of a request, or keeps them. */
  receive(request: RequestToHold, events: readonly SandboxEvent[]): void {
    const holding = this.#holding.find(({ matches }) => matches(request));
    if (holding === undefined) {
      events.forEach(this.#deliver);
    } else {
      holding.events.push(...events);
    }
  }
}
