/** What the Node implementation of a platform action works with. */
import type { Account } from "../account.ts";
import type { Brain } from "../brain.ts";
import type { SandboxEvent } from "../event-bus.ts";
import type { Run } from "../executor.ts";
import type { HttpCommand } from "../http.ts";
import type { PlatformShape } from "../platform-shape.ts";
import type { ResultShape } from "../result-shape.ts";

/** Keyword arguments, already checked against the signatures. */
export type Kwargs = Readonly<Record<string, unknown>>;

/** A `send_request` command that goes out. */
export interface OutgoingRequest {
  readonly command: HttpCommand;
  readonly connectorIdn: string;
  readonly actId: string;
  readonly personaId: string;
}

/** Everything an action can reach. */
export interface ActionEnvironment {
  readonly account: Account;
  readonly brain: Brain;
  readonly shape: ResultShape;
  readonly platform: PlatformShape;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Lets time pass, in milliseconds: at once, or, where skills run side by side, when the promise is kept. */
  readonly sleep: (milliseconds: number, turn: Run["turn"]) => void | Promise<void>;
  /** A new UUID as text. */
  readonly newId: () => string;
  /** The flow whose skill acts. */
  readonly flow: string;
  /** The event whose skill acts, with its turns. */
  readonly current: Run;
  readonly sendEvent: (event: SandboxEvent) => void;
  readonly sendRequest: (request: OutgoingRequest) => void;
  readonly log: (level: "info" | "warning" | "error", message: string) => void;
}

/** Executes one action. Void actions give `undefined`. What is thrown stops the skill. */
export type Action = (env: ActionEnvironment, kwargs: Kwargs) => unknown;

/** A text argument; "" when it was not given. */
export function textOf(kwargs: Kwargs, name: string): string {
  const value = kwargs[name];
  return typeof value === "string" ? value : "";
}

/** A list argument as texts; null when it was not given. */
export function listOf(kwargs: Kwargs, name: string): readonly string[] | null {
  const value = kwargs[name];
  return Array.isArray(value) ? value.map(String) : null;
}

/** An id as the platform gives it: a UUID object in skills (docs/platform.md, "Personas and actors"). */
export function uuid(id: string): { readonly $uuid: string } | "" {
  return id === "" ? "" : { $uuid: id };
}

/** One field of a record, or the record when no field is asked. @throws Error for an unknown field */
export function fieldOf(record: Readonly<Record<string, unknown>>, field: string): unknown {
  if (field === "") {
    return record;
  }
  if (!Object.hasOwn(record, field)) {
    throw new Error(`there is no field ${field}`);
  }
  return record[field];
}
