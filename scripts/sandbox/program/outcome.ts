/** What a run of a program gave, in a form two runtimes can be compared by. */
import { programNames, programPersona } from "../../sdk/bare-runtime.ts";
import type { JsonValue } from "../../sdk/types.ts";
import { type ActionEntry, comparableActions, type TraceEntry } from "../platform/trace.ts";

/** An action the program took. */
interface ProgramAction {
  readonly action: string;
  readonly kwargs: Readonly<Record<string, unknown>>;
}

/** Why a program stopped. `skill` and `line` are those of the NSL; null in JavaScript. */
interface ProgramError {
  readonly message: string;
  readonly skill: string | null;
  readonly line: number | null;
}

/** How a run ended. */
export interface Outcome {
  /** What `main` returned; undefined when it did not come to its end. */
  readonly value: JsonValue | undefined;
  /** The same as JSON text, as the runtime wrote it. */
  readonly text: string | undefined;
  /** In order; bookkeeping is left out. */
  readonly actions: readonly ProgramAction[];
  readonly error?: ProgramError;
}

/** The event by which a program reports its result. */
export const resultEvent = "program_result";

/** Reads the outcome out of what was recorded. */
export function readOutcome(entries: readonly TraceEntry[]): Outcome {
  const actions = comparableActions(entries).map(({ action, kwargs }) => ({ action, kwargs }));
  const reports = actions.filter(isReport).map(({ kwargs }) => String(kwargs["value"]));
  const failed = entries.find((entry) => entry.kind === "error");
  const text = reports[0];
  return {
    value: text === undefined ? undefined : parseReport(text),
    text: reports.length > 1 ? reports.join("\n") : text,
    actions: actions.filter((entry) => !isReport(entry) && !isBookkeeping(entry)).map(withoutTarget),
    ...(failed === undefined
      ? {}
      : {
          error: {
            message: `${failed.type}: ${failed.message}`,
            skill: failed.line === null ? null : failed.skill,
            line: failed.line,
          },
        }),
  };
}

/** Did both runtimes end well and do the same? */
export function sameOutcome(one: Outcome, other: Outcome): boolean {
  return (
    one.error === undefined &&
    other.error === undefined &&
    one.text === other.text &&
    JSON.stringify(one.actions.map(sorted)) === JSON.stringify(other.actions.map(sorted))
  );
}

/** The order of keyword arguments means nothing. */
function sorted({ action, kwargs }: ProgramAction): unknown {
  return [action, Object.entries(kwargs).sort(([a], [b]) => (a < b ? -1 : 1))];
}

function parseReport(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function isReport({ action, kwargs }: ProgramAction): boolean {
  return action === "SendSystemEvent" && kwargs["eventIdn"] === resultEvent;
}

/** How the runtime finds persona and frames; not something the program does. */
function isBookkeeping({ action, kwargs }: Pick<ActionEntry, "action" | "kwargs">): boolean {
  const field = String(kwargs["field"] ?? "");
  switch (action) {
    case "uuid.uuid4":
      return true;
    case "GetUser":
      return field === "id";
    case "GetPersonaAttribute":
    case "SetPersonaAttribute":
    case "DeletePersonaAttribute":
      return field.startsWith(programNames.prefix);
    case "GetCustomerAttribute":
    case "SetCustomerAttribute":
      return field === programPersona;
    case "CreatePersona":
      return kwargs["name"] === "Program";
    default:
      return false;
  }
}

/** The target of a command holds a request id, which the two runtimes need not count alike. */
function withoutTarget({ action, kwargs }: ProgramAction): ProgramAction {
  const compared = Object.entries(kwargs).filter(([keyword]) => keyword !== "targetAction");
  return { action, kwargs: Object.fromEntries(compared) };
}
