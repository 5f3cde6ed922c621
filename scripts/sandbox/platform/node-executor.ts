/** Runs the handlers as JavaScript where the platform would run their compiled form. */
import { timerIntegration } from "../../sdk/contract.ts";
import { type ActionHost, createNodeContext, nodeFrame } from "../../sdk/node-context.ts";
import type { Frame, HttpResult, JsonObject, RuntimeContext, SkillEvent } from "../../sdk/types.ts";
import type { Dispatch } from "./dispatcher.ts";
import type { SandboxEvent } from "./event-bus.ts";
import type { Run, SkillExecutor } from "./executor.ts";
import type { NodeHandler, NodeProgram } from "./module-runtime.ts";
import { Turns } from "./turns.ts";
import { type Retold, runRetold } from "./retold-run.ts";
import type { CallOrigin, SkillError } from "./worker.ts";

/** A handler that has been started. */
interface Operation {
  /** Told when it waits for a result, ends or fails. */
  pause: (error: SkillError | null) => void;
  /** What it runs for: first its own event, then the result it has waited for. */
  current: Run;
  /** Its id; "" until its first answer has come. */
  id: string;
}

/** The answer to a request, and `TakenFrame.operation` of it. */
interface Answer {
  readonly result: HttpResult;
  readonly operation: string;
}

/** A handler that waits for the answer to a request. */
interface Waiting {
  readonly flow: string;
  readonly operation: Operation;
  readonly resume: (answer: Answer) => void;
}

/**
 * An executor for a program of handlers. The artifact's subscriptions decide what runs; the subscription to an
 * HTTP result, for which there is no handler, resumes the handler that waits for it.
 *
 * A handler's actions are plain calls, so that it takes no turn: flows that run side by side alternate here only where
 * a handler waits for an answer, or sleeps.
 */
export function createNodeExecutor(program: NodeProgram, dispatch: Dispatch): SkillExecutor {
  const { runtime, flows } = program;
  const waiting = new Map<string, Waiting>();
  const loaded = new Map<string, string>();
  let requests = 0;

  /** Lets the operation go on and waits until it pauses. The queue goes on then, as it does after a skill. */
  const advance = (operation: Operation, go: () => void): Promise<SkillError | null> =>
    new Promise((resolve) => {
      operation.pause = resolve;
      go();
    });

  const start = (flow: string, skill: string, handler: NodeHandler, current: Run) => {
    const operation: Operation = { pause: () => undefined, current, id: "" };
    const host = createHost(dispatch, { flow, skill }, () => operation.current);
    const run = async ({ host, later }: Retold): Promise<void> => {
      let known = "";
      const turns = new Turns();
      // Begun anew, it is where it was before its first answer.
      operation.id = "";
      const send = async (
        ctx: RuntimeContext,
        request: Parameters<RuntimeContext["send"]>[0],
      ): Promise<HttpResult> => {
        const turn = turns.take();
        if (turn !== undefined) {
          await turn;
        }
        requests += 1;
        const key = String(requests);
        const frame: Frame = { ...nodeFrame, vars: { waiting: key } };
        runtime.sendRequest(ctx, flow, request, frame, operation.id);
        const answer = await later(
          () =>
            new Promise<Answer>((resume) => {
              waiting.set(key, { flow, operation, resume });
              operation.pause(null);
            }),
        );
        operation.id = answer.operation;
        turns.pass();
        return answer.result;
      };
      const persona = (): string =>
        (known ||= runtime.currentPersona(createNodeContext(host, () => "", send)));
      // Compiled, a handler that waits looks for its persona first, and one that never needs it does not.
      if (isAsync(handler)) {
        persona();
      }
      const ctx = createNodeContext(host, persona, send, () => operation.id);
      try {
        await handler(ctx, skillEvent(current.event));
      } finally {
        turns.end();
      }
    };
    return advance(operation, () => {
      runRetold(host, run).then(
        () => {
          operation.pause(null);
        },
        (error: unknown) => {
          operation.pause(describe(error, skill));
        },
      );
    });
  };

  const resume = async (flow: string, skill: string, current: Run): Promise<SkillError | null> => {
    const host = createHost(dispatch, { flow, skill }, () => current);
    const ctx = createNodeContext(host, () => "", refuseToSend);
    const target = ctx.getCommandTarget();
    // Compiled, the result of another flow ends here as well.
    const isOwn = target === "" || target.includes(`|${flow}|`);
    const taken = isOwn ? runtime.takeFrame(ctx, flow, current.event.idn, target) : null;
    if (taken === null) {
      return null;
    }
    const { frame, mark, operation } = taken;
    const key = String(frame?.vars["waiting"]);
    const found = waiting.get(key);
    const result = runtime.readHttpResult(ctx, skillEvent(current.event), taken);
    if (found === undefined) {
      runtime.lostFrame(ctx, { mark, operation, isAwaited: frame !== null, result });
      return null;
    }
    waiting.delete(key);
    found.operation.current = current;
    return advance(found.operation, () => {
      found.resume({ result, operation });
    });
  };

  return {
    // The handlers stay what they are; what waits in a flow that has changed is lost, as the compiled form's is.
    load(artifact) {
      for (const { idn, skills } of artifact) {
        const text = JSON.stringify(skills);
        if ((loaded.get(idn) ?? text) !== text) {
          [...waiting].filter(([, { flow }]) => flow === idn).forEach(([key]) => waiting.delete(key));
        }
        loaded.set(idn, text);
      }
      return Promise.resolve();
    },
    async execute(flow, skill, run) {
      const handler = findHandler(flows[flow] ?? {}, skill, run.event.idn);
      try {
        if (handler !== null) {
          return await start(flow, skill, handler, run);
        }
        if (["http", timerIntegration].includes(run.event.integrationIdn)) {
          return await resume(flow, skill, run);
        }
      } catch (error) {
        return describe(error, skill);
      }
      return { type: "Error", message: `flow ${flow} has no handler for ${skill}`, skill, line: null };
    },
    close: () => Promise.resolve(),
  };
}

function isAsync(handler: NodeHandler): boolean {
  return Object.prototype.toString.call(handler) === "[object AsyncFunction]";
}

function findHandler(
  handlers: Readonly<Record<string, NodeHandler>>,
  skill: string,
  eventIdn: string,
): NodeHandler | null {
  const bare = skill.replace(/Skill$/, "");
  const names = [skill, eventIdn, bare.charAt(0).toLowerCase() + bare.slice(1)];
  const name = names.find((candidate) => Object.hasOwn(handlers, candidate));
  return name === undefined ? null : (handlers[name] ?? null);
}

/** Ids are UUID objects in NSL and text in JavaScript. */
function createHost(dispatch: Dispatch, origin: CallOrigin, current: () => Run): ActionHost {
  return {
    call(action, kwargs) {
      const value = dispatch(action, kwargs, origin, current());
      return value instanceof Promise ? value.then(plain) : plain(value);
    },
  };
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const id: unknown = "$uuid" in value ? value.$uuid : null;
  return typeof id === "string"
    ? id
    : Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
}

function skillEvent({ idn, integrationIdn, connectorIdn, arguments: args }: SandboxEvent): SkillEvent {
  return { idn, integrationIdn, connectorIdn, arguments: args as JsonObject };
}

const refuseToSend = (): Promise<HttpResult> => Promise.reject(new Error("a result cannot send"));

function describe(error: unknown, skill: string): SkillError {
  const known = error instanceof Error ? error : new Error(String(error));
  return { type: known.name, message: known.message, skill, line: null };
}
