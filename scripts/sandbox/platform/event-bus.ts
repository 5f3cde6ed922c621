/** Hands events to the skills that subscribed to them. */
import type { Subscription } from "./artifact-project.ts";
import { Lanes, type Turn } from "./lanes.ts";

/** Something that happened. Arguments are text on the platform; nested values are possible in results. */
export interface SandboxEvent {
  readonly idn: string;
  readonly integrationIdn: string;
  readonly connectorIdn: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** The user; "" for none, as at publish. */
  readonly personaId: string;
  /** The actor the user speaks through; "" when it is not known. */
  readonly actorId: string;
  /** The command this event is the result of; "" for none. */
  readonly commandActId: string;
  /** The only flows that hear of it; all when left out. */
  readonly flows?: readonly string[];
}

/** An event that is being handled. */
export interface HandledEvent {
  readonly event: SandboxEvent;
  /** When its act took place: ISO 8601, UTC. */
  readonly datetime: string;
}

/** How the skills of several flows run: one after another, or side by side. */
export type FlowOrder = "in turn" | "interleaved";

/** What the bus needs from the sandbox. */
export interface EventHandlers {
  /** Called once for each event, before its subscribers run. */
  begin(event: SandboxEvent, subscribers: readonly Subscription[]): HandledEvent;
  /**
   * Runs one skill to its end, or until it waits for a result.
   *
   * @param turn awaited before each action, where other skills run beside it; null where none do
   */
  run(handled: HandledEvent, subscription: Subscription, turn: Turn | null): Promise<void>;
}

/** More events than any conversation causes in one go: skills that wake each other without end. */
const mostEvents = 2000;

/**
 * Events reach every subscription with their idn, integration and connector, in the order of installation
 * (`interrupt_mode: queue`, docs/platform.md, "Queues"). In turn, the next event waits until all skills of the one
 * before are done. Interleaved, each flow has a queue for each user and works it off beside the others.
 */
export class EventBus {
  readonly #handlers: EventHandlers;
  readonly #order: FlowOrder;
  readonly #queue: SandboxEvent[] = [];
  readonly #lanes = new Lanes();
  #subscriptions: readonly Subscription[] = [];

  constructor(handlers: EventHandlers, order: FlowOrder) {
    this.#handlers = handlers;
    this.#order = order;
  }

  /** True when nothing can be done now: no event waits, and what runs side by side sleeps. */
  get isIdle(): boolean {
    return this.#queue.length === 0 && this.#lanes.isIdle;
  }

  /** When the first skill that sleeps goes on, in milliseconds since the epoch; null when none sleeps. */
  get wakesAt(): number | null {
    return this.#lanes.wakesAt;
  }

  /** Lets the skills go on whose moment has come. */
  wake(now: number): void {
    this.#lanes.wake(now);
  }

  /** Replaces all subscriptions; events that wait are routed by the new ones. */
  subscribe(subscriptions: readonly Subscription[]): void {
    this.#subscriptions = subscriptions;
  }

  /** Adds an event to the end of the queue. */
  enqueue(event: SandboxEvent): void {
    this.#queue.push(event);
  }

  /**
   * Works until nothing can be done now. Must not be called while it is working.
   *
   * @throws Error when events keep causing events without end
   */
  async drain(): Promise<void> {
    let handled = 0;
    while (!this.isIdle) {
      for (let event = this.#queue.shift(); event !== undefined; event = this.#queue.shift()) {
        handled += 1;
        if (handled > mostEvents) {
          this.#giveUp(event);
        }
        await this.#handle(event);
      }
      if (!this.#lanes.isIdle) {
        await this.#step();
      }
    }
  }

  async #handle(event: SandboxEvent): Promise<void> {
    const { idn, integrationIdn, connectorIdn } = event;
    const subscribers = this.#subscriptions.filter(
      (subscription) =>
        subscription.eventIdn === idn &&
        subscription.integrationIdn === integrationIdn &&
        subscription.connectorIdn === connectorIdn &&
        (event.flows?.includes(subscription.flow) ?? true),
    );
    const handled = this.#handlers.begin(event, subscribers);
    for (const subscription of subscribers) {
      if (this.#order === "in turn") {
        await this.#handlers.run(handled, subscription, null);
      } else {
        this.#lanes.add(`${subscription.flow} ${event.personaId}`, (turn) =>
          this.#handlers.run(handled, subscription, turn),
        );
      }
    }
  }

  /** What fails takes the skills beside it along: they would wait for their turn for ever. */
  async #step(): Promise<void> {
    try {
      await this.#lanes.step();
    } catch (error) {
      this.#lanes.clear();
      throw error;
    }
  }

  #giveUp({ idn, integrationIdn, connectorIdn }: SandboxEvent): never {
    this.#queue.length = 0;
    this.#lanes.clear();
    throw new Error(`events without end; the last was ${idn} on ${integrationIdn}/${connectorIdn}`);
  }
}
