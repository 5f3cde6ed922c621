/** Hands events to the skills that subscribed to them, one event after another. */
import type { Subscription } from "./artifact-project.ts";

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
}

/** What the bus needs from the sandbox. */
export interface EventHandlers {
  /** Called once for each event, before its subscribers run. */
  begin(event: SandboxEvent, subscribers: readonly Subscription[]): void;
  /** Runs one skill to its end, or until it waits for a result. */
  run(event: SandboxEvent, subscription: Subscription): Promise<void>;
}

/** More events than any conversation causes in one go: skills that wake each other without end. */
const mostEvents = 2000;

/**
 * A queue of events (`interrupt_mode: queue`). An event reaches every subscription with its idn, integration and
 * connector, in the order of installation; the next event waits until all of them are done.
 */
export class EventBus {
  readonly #handlers: EventHandlers;
  readonly #queue: SandboxEvent[] = [];
  #subscriptions: readonly Subscription[] = [];

  constructor(handlers: EventHandlers) {
    this.#handlers = handlers;
  }

  /** True when no event waits. */
  get isEmpty(): boolean {
    return this.#queue.length === 0;
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
   * Works until the queue is empty. Must not be called while it is working.
   *
   * @throws Error when events keep causing events without end
   */
  async drain(): Promise<void> {
    let handled = 0;
    for (let event = this.#queue.shift(); event !== undefined; event = this.#queue.shift()) {
      const { idn, integrationIdn, connectorIdn } = event;
      handled += 1;
      if (handled > mostEvents) {
        this.#queue.length = 0;
        throw new Error(`events without end; the last was ${idn} on ${integrationIdn}/${connectorIdn}`);
      }
      const subscribers = this.#subscriptions.filter(
        (subscription) =>
          subscription.eventIdn === idn &&
          subscription.integrationIdn === integrationIdn &&
          subscription.connectorIdn === connectorIdn,
      );
      this.#handlers.begin(event, subscribers);
      for (const subscription of subscribers) {
        await this.#handlers.run(event, subscription);
      }
    }
  }
}
