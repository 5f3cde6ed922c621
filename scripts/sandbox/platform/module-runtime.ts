/** The part of the module that the Node runtime of the sandbox calls; given to it, never imported. */
import type { LostAnswer, TakenFrame } from "../../sdk/frames.ts";
import type {
  Frame,
  HttpRequest,
  HttpResult,
  RuntimeContext,
  SkillContext,
  SkillEvent,
} from "../../sdk/types.ts";

/** The runtime functions the compiled state machines use too. */
export interface ModuleRuntime {
  /** Whose operation an event starts. */
  currentPersona(ctx: RuntimeContext): string;
  /** Stores the frame under a new request id of the operation, "" for its first, and sends the request. */
  sendRequest(ctx: RuntimeContext, flow: string, request: HttpRequest, frame: Frame, operation: string): void;
  /** Takes back the frame a result or an overdue timer belongs to; null when the event is none of the flow's. */
  takeFrame(ctx: RuntimeContext, flow: string, eventIdn: string, target: string): TakenFrame | null;
  /** Deals with an answer that no handler goes on with. */
  lostFrame(ctx: SkillContext, lost: LostAnswer): void;
  /** Reads the answer out of a result event; what it belongs to is for the log. */
  readHttpResult(ctx: SkillContext, event: SkillEvent, taken: TakenFrame): HttpResult;
}

/** A handler as the module defines it. */
export type NodeHandler = (ctx: SkillContext, event: SkillEvent) => Promise<void> | void;

/** What the Node executor runs instead of the artifact's NSL. */
export interface NodeProgram {
  readonly runtime: ModuleRuntime;
  /**
   * Flow idn -> handlers. A handler is found by the idn of its skill, by that of its event, or by its own name:
   * `CheckAvailabilitySkill` is `checkAvailability`.
   */
  readonly flows: Readonly<Record<string, Readonly<Record<string, NodeHandler>>>>;
}
