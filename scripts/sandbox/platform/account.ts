/** What a customer account of the platform holds. Survives an install, a Force Update and a publish. */
import type { Secrets } from "../../secrets/index.ts";
import { AttributeStore } from "./attribute-store.ts";

/** An end user. `fields` are those of `GetUser` (docs/platform.md, "Personas and actors"). */
export interface Persona {
  readonly id: string;
  readonly fields: Map<UserField, string>;
  readonly attributes: Map<string, string>;
}

/** The fields of a user that are text. */
export type UserField = "name" | "title" | "email" | "phone" | "language" | "timezone";

/** The fields of a user, in the order the platform shows them. */
export const userFields: readonly UserField[] = ["name", "title", "email", "phone", "language", "timezone"];

/** One way a persona is reachable (docs/platform.md, "Personas and actors"). */
export interface ActorRecord {
  readonly id: string;
  readonly personaId: string;
  readonly integrationIdn: string;
  readonly connectorIdn: string;
  readonly externalId: string;
  readonly timeZone: string;
}

/** An instance of an integration (docs/platform.md, "Connectors"). */
export interface Connector {
  readonly integrationIdn: string;
  readonly connectorIdn: string;
  title: string;
  status: "running" | "stopped";
  readonly settings: Map<string, string>;
}

/** A message of a conversation. */
export interface MemoryMessage {
  readonly from: "user" | "agent";
  readonly text: string;
}

/**
 * An event or a command that took place; `GetAct` reads its arguments
 * (docs/platform.md, "The command behind a result").
 */
export interface Act {
  readonly id: string;
  readonly kind: "event" | "command";
  readonly referenceIdn: string;
  readonly integrationIdn: string;
  readonly connectorIdn: string;
  readonly personaId: string;
  /** The command that caused this event; "" when none did. */
  readonly commandActId: string;
  /** ISO 8601, UTC. */
  readonly datetime: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** A timer that has not fired yet (docs/platform.md, "Timers"). */
export interface Timer {
  /** Unique for its persona. */
  readonly name: string;
  readonly personaId: string;
  readonly eventIdn: string;
  /** Milliseconds since the epoch. */
  readonly fireAt: number;
}

/** The account. All ids are UUID texts. */
export class Account {
  /** What must never be recorded of it. */
  readonly secrets: Secrets;
  readonly customer: AttributeStore;
  readonly project: AttributeStore;
  /** Flow -> the attributes of its project, where an account has several; `project` is that of all others. */
  readonly projectOfFlow = new Map<string, AttributeStore>();
  readonly personas = new Map<string, Persona>();
  readonly actors = new Map<string, ActorRecord>();
  readonly connectors = new Map<string, Connector>();
  readonly memory = new Map<string, MemoryMessage[]>();
  readonly acts = new Map<string, Act>();
  /** By persona and name, in the order they were set. */
  readonly timers = new Map<string, Timer>();
  /** Persona -> the actor of theirs that spoke last; core answers there what names no actor. */
  readonly spokeLast = new Map<string, string>();

  /** A further set of attributes, whose secrets are learned too. */
  readonly newAttributes: () => AttributeStore;

  /**
   * @param secrets learns every value of an attribute whose name is in `secretNames`
   */
  constructor(secrets: Secrets, secretNames: ReadonlySet<string>) {
    const watch = (idn: string, value: string): void => {
      if (secretNames.has(idn)) {
        secrets.add(value);
      }
    };
    this.secrets = secrets;
    this.newAttributes = () => new AttributeStore(watch);
    this.customer = this.newAttributes();
    this.project = this.newAttributes();
  }

  /** Adds a persona. */
  createPersona(id: string, name: string): Persona {
    const persona: Persona = { id, fields: new Map([["name", name]]), attributes: new Map() };
    this.personas.set(id, persona);
    return persona;
  }

  /** Removes a persona with all that is theirs: actors, conversation, timers. Actions on it fail or find nothing. */
  deletePersona(id: string): void {
    this.personas.delete(id);
    this.memory.delete(id);
    this.spokeLast.delete(id);
    for (const [key, { personaId }] of [...this.actors, ...this.timers]) {
      if (personaId === id) {
        this.actors.delete(key);
        this.timers.delete(key);
      }
    }
  }

  /** The channel in which a persona hears what names none: the one that spoke last, else the oldest; "" for none. */
  channelOf(personaId: string): string {
    const own = [...this.actors.values()].find((actor) => actor.personaId === personaId);
    return this.spokeLast.get(personaId) ?? own?.id ?? "";
  }

  /** Adds an actor of an existing persona. @throws Error for an unknown persona */
  createActor(actor: ActorRecord): void {
    this.persona(actor.personaId);
    this.actors.set(actor.id, actor);
  }

  /** @throws Error for an unknown persona */
  persona(id: string): Persona {
    const persona = this.personas.get(id);
    if (persona === undefined) {
      throw new Error(`there is no persona ${id}`);
    }
    return persona;
  }

  /** The connector of an integration, if there is one. */
  connector(integrationIdn: string, connectorIdn: string): Connector | undefined {
    return this.connectors.get(`${integrationIdn}/${connectorIdn}`);
  }

  /** Removes the timers whose time has come and gives them, the earliest first. */
  takeDueTimers(now: number): Timer[] {
    const due = [...this.timers].filter(([, { fireAt }]) => fireAt <= now);
    for (const [key] of due) {
      this.timers.delete(key);
    }
    return due.map(([, timer]) => timer).sort((one, other) => one.fireAt - other.fireAt);
  }

  /** Adds a message to the persona's conversation. */
  remember(personaId: string, message: MemoryMessage): void {
    const messages = this.memory.get(personaId);
    if (messages === undefined) {
      this.memory.set(personaId, [message]);
    } else {
      messages.push(message);
    }
  }
}
