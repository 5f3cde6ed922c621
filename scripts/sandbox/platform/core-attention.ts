/** What core does by itself in a conversation in which nothing is said: it asks, and in the end it closes the session. */
import { extendSessionEvent, waitingModeEvent } from "../../sdk/contract.ts";
import type { Account } from "./account.ts";
import type { SandboxEvent } from "./event-bus.ts";

/** How long core leaves a conversation alone (docs/platform.md, "Long operations"). */
export interface CorePatience {
  /** Seconds after a turn of the agent's until it asks whether the caller is still there. */
  readonly followUpSeconds: number;
  /** Seconds without a turn until the session ends. */
  readonly sessionSeconds: number;
  /** Events of the module that this core does not know. */
  readonly deafTo?: readonly string[];
}

/** What the agent says of itself. */
export const followUpText = "Are you still there?";

const followUp = { name: "follow_up_timer", eventIdn: "follow_up" };
const sessionEnd = { name: "session_timer", eventIdn: "end_session" };

/** Core's two timers for each persona, and the waiting mode that keeps the first from being set. */
export class CoreAttention {
  readonly #waiting = new Set<string>();

  constructor(
    private readonly account: Account,
    private readonly patience: CorePatience,
    private readonly now: () => number,
    private readonly fire: (idn: string, personaId: string) => void,
  ) {}

  /** Sees an event before its subscribers do. */
  hear({ idn, personaId, actorId }: SandboxEvent): void {
    if (personaId === "" || (this.patience.deafTo ?? []).includes(idn)) {
      return;
    }
    switch (idn) {
      case waitingModeEvent:
        this.#waiting.add(personaId);
        this.account.timers.delete(keyOf(personaId, followUp.name));
        return;
      case extendSessionEvent:
        this.#set(personaId, sessionEnd, this.patience.sessionSeconds);
        return;
      case "user_message":
      case "urgent_message":
        this.#waiting.delete(personaId);
        this.#set(personaId, sessionEnd, this.patience.sessionSeconds);
        this.#set(personaId, followUp, this.patience.followUpSeconds);
        return;
      case followUp.eventIdn:
        this.account.remember(personaId, { from: "agent", text: followUpText });
        return;
      case sessionEnd.eventIdn:
        this.fire("session_ended", personaId);
        return;
      default:
        // The agent has just promised a tool.
        if (actorId !== "" && !this.#waiting.has(personaId)) {
          this.#set(personaId, followUp, this.patience.followUpSeconds);
        }
    }
  }

  #set(personaId: string, { name, eventIdn }: typeof followUp, seconds: number): void {
    const fireAt = this.now() + seconds * 1000;
    this.account.timers.set(keyOf(personaId, name), { name, personaId, eventIdn, fireAt });
  }
}

function keyOf(personaId: string, name: string): string {
  return `${personaId}/${name}`;
}
