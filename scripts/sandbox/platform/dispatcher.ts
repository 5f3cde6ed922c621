/** Executes and records the actions of running skills. */
import { checkArguments } from "./action-signatures.ts";
import type { ActionEnvironment, Kwargs } from "./actions/action.ts";
import { actions } from "./actions/index.ts";
import type { Run } from "./executor.ts";
import type { LogEntry, Trace } from "./trace.ts";
import type { CallOrigin } from "./worker.ts";

/** Executes one action of a skill that runs for an event; gives a promise of what takes its time. @throws Error with the platform's refusal */
export type Dispatch = (action: string, kwargs: Kwargs, origin: CallOrigin, current: Run) => unknown;

/** Makes the dispatcher both runtimes call: it checks the arguments, executes the action and records it. */
export function createDispatcher(
  shared: Omit<ActionEnvironment, "current" | "flow" | "log"> & { readonly log: (entry: LogEntry) => void },
  trace: Trace,
): Dispatch {
  return (action, kwargs, origin, current) => {
    const { personaId } = current.event;
    const log: ActionEnvironment["log"] = (level, message) => {
      shared.log({ kind: "log", level, message, ...origin, personaId });
    };
    const env = { ...shared, log, flow: origin.flow, current };
    const record = (value: unknown, error: string): void => {
      trace.record({ kind: "action", action, kwargs, value: value ?? "", error, ...origin, personaId });
    };
    const refuse = (error: unknown): never => {
      record("", error instanceof Error ? error.message : String(error));
      throw error;
    };
    try {
      const value = execute(env, action, kwargs);
      if (value instanceof Promise) {
        return value.then(
          (later: unknown) => {
            record(later, "");
            return later;
          },
          (error: unknown) => refuse(error),
        );
      }
      record(value, "");
      return value;
    } catch (error) {
      return refuse(error);
    }
  };
}

function execute(env: ActionEnvironment, action: string, kwargs: Kwargs): unknown {
  const problem = action === "uuid.uuid4" ? null : checkArguments(action, kwargs);
  if (problem !== null) {
    throw new Error(problem);
  }
  const implementation = actions[action];
  if (implementation === undefined) {
    throw new Error("not offered by the sandbox");
  }
  return implementation(env, kwargs);
}
