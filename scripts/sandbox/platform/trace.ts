/** The ordered record of what happened in a sandbox. Secrets are taken out before an entry is stored. */
import { parsedIfJson } from "./parsed-if-json.ts";
import type { Secrets } from "../../secrets/index.ts";

/** An action a skill called. `value` is its answer; `error` why it was refused, "" when it was not. */
export interface ActionEntry {
  readonly kind: "action";
  readonly action: string;
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly value: unknown;
  readonly error: string;
  readonly flow: string;
  readonly skill: string;
  readonly personaId: string;
}

/** An event as it was handed out. `subscribers` are `Flow/Skill`, in the order of installation. */
export interface EventEntry {
  readonly kind: "event";
  readonly idn: string;
  readonly integrationIdn: string;
  readonly connectorIdn: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly personaId: string;
  readonly subscribers: readonly string[];
}

/** A request and its answer. `status` is 0 when no answer arrived; `failure` then says why. */
export interface HttpEntry {
  readonly kind: "http";
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status: number;
  readonly response: string;
  readonly failure: string;
  readonly personaId: string;
}

/** A skill that stopped on an error. `line` counts from 1 in the skill's text; null when not known. */
export interface ErrorEntry {
  readonly kind: "error";
  readonly flow: string;
  readonly skill: string;
  readonly line: number | null;
  readonly type: string;
  readonly message: string;
  readonly personaId: string;
}

/** A line of the platform's log. */
export interface LogEntry {
  readonly kind: "log";
  readonly level: "info" | "warning" | "error";
  readonly message: string;
  /** The flow and the skill that wrote it; "" where none did. */
  readonly flow: string;
  readonly skill: string;
  readonly personaId: string;
}

/** A run of a flow's skills, from an event to its end: how often it has called each. Of compiled skills only. */
interface CallsEntry {
  readonly kind: "calls";
  readonly flow: string;
  readonly calls: Readonly<Record<string, number>>;
}

/** Anything that is recorded. */
export type TraceEntry = ActionEntry | EventEntry | HttpEntry | ErrorEntry | LogEntry | CallsEntry;

/** The recorder. */
export class Trace {
  readonly #entries: TraceEntry[] = [];
  readonly #moments: number[] = [];
  readonly #secrets: Secrets;
  readonly #timer: () => number;

  /** @param timer milliseconds from any moment on, for durations; it stands still when left out */
  constructor(secrets: Secrets, timer: () => number = () => 0) {
    this.#secrets = secrets;
    this.#timer = timer;
  }

  /** When each entry was recorded, by the timer. */
  get moments(): readonly number[] {
    return this.#moments;
  }

  /** Everything so far, oldest first. */
  get entries(): readonly TraceEntry[] {
    return this.#entries;
  }

  /** Stores a copy of the entry without secrets. */
  record(entry: TraceEntry): void {
    this.#moments.push(this.#timer());
    this.#entries.push(this.#secrets.redact(entry) as TraceEntry);
  }

  /** The entries of one kind, from a position (a former `entries.length`) on. */
  of<K extends TraceEntry["kind"]>(kind: K, from = 0): Extract<TraceEntry, { kind: K }>[] {
    return this.#entries
      .slice(from)
      .filter((entry): entry is Extract<TraceEntry, { kind: K }> => entry.kind === kind);
  }
}

/** What two runtimes of one skill must agree on: action, arguments and answer, without names of skills. */
export interface ComparableAction {
  readonly action: string;
  readonly kwargs: Readonly<Record<string, unknown>>;
  readonly value: unknown;
}

/** How a runtime learns what started it; not something a skill does. */
const wiring = new Set(["GetTriggeredAct", "GetAct"]);

/**
 * The actions of a trace in a form that can be compared between the NSL and the Node runtime: a prompt without
 * the blanks around it, a schema as an object however it was given.
 */
export function comparableActions(entries: readonly TraceEntry[]): ComparableAction[] {
  return entries
    .filter((entry): entry is ActionEntry => entry.kind === "action" && !wiring.has(entry.action))
    .map(({ action, kwargs, value }) => ({
      action,
      kwargs: action === "Gen" ? comparablePrompt(kwargs) : kwargs,
      value,
    }));
}

function comparablePrompt(kwargs: ActionEntry["kwargs"]): ActionEntry["kwargs"] {
  const { prompt, jsonSchema: schema } = kwargs;
  return {
    ...kwargs,
    prompt: typeof prompt === "string" ? prompt.trim() : prompt,
    jsonSchema: typeof schema === "string" ? parsedIfJson(schema) : schema,
  };
}
