/**
 * Binds the SDK's request runtime to this module: whose operation it is, how a request leaves, how its result finds
 * the suspended skill. The compiled state machines and the Node runtime call these functions by their names.
 */
import {
  answerIn,
  channelOf,
  type Frame,
  type FrameNames,
  type HttpRequest,
  type HttpResult,
  type LostAnswer,
  operationPersona,
  readResultEvent,
  type RuntimeContext,
  sendWithFrame,
  type SkillContext,
  type SkillEvent,
  stepLine,
  type TakenFrame,
  takeStoredFrame,
} from "#sdk";
import { setupPersona } from "../attributes/index.ts";
import { requestHeaders } from "./authorization.ts";
import { firstFramePrefix, framePrefix, frameToken, patience, setupFlowIdn } from "./constants.ts";
import { lateAnswerEvent } from "../skills/domain/late-answer.ts";
import { connector } from "../skills/altegio/connector.ts";
import { successKind } from "../skills/altegio/success-kind.ts";

/** What its requests and its frames are found by. */
export const frameNames: FrameNames = {
  connectorIdn: connector.idn,
  token: frameToken,
  prefix: framePrefix,
  patience,
  setupFlow: setupFlowIdn,
};

/**
 * The persona an operation works for: the conversation's user, or at publish, where there is none, the
 * setup persona, created once (docs/platform.md, "Publish, import, update").
 */
export function currentPersona(ctx: RuntimeContext): string {
  return operationPersona(ctx, setupPersona.idn, "Altegio setup");
}

/** Stores the suspended skill's frame under a new request id and sends the request that will wake it. */
export function sendRequest(
  ctx: RuntimeContext,
  flow: string,
  request: HttpRequest,
  frame: Frame,
  operation: string,
): void {
  const headers = JSON.stringify(requestHeaders(ctx, request.authorization));
  sendWithFrame(ctx, frameNames, flow, request, headers, frame, operation);
}

/**
 * The frame a result event or an overdue timer belongs to; null when the event is none of this flow's. One that 0.0.1
 * stored cannot be gone on with: it is taken as that of a skill that has been replaced, so that its caller is told.
 */
export function takeFrame(
  ctx: RuntimeContext,
  flow: string,
  eventIdn: string,
  target: string,
): TakenFrame | null {
  const taken = takeStoredFrame(ctx, frameNames, flow, eventIdn, target);
  const [, , , id = "", mark] = target.split("|");
  if (taken === null || id === "" || mark !== undefined) {
    return taken;
  }
  const field = `${firstFramePrefix}${id}`;
  if (ctx.getPersonaAttributeOf(taken.personaId, field) === "") {
    return taken;
  }
  ctx.deletePersonaAttributeOf(taken.personaId, field);
  return { ...taken, frame: { at: "", vars: {}, up: null } };
}

/** The answer a result event brings, after one line of the step for whoever reads the log. */
export function readHttpResult(ctx: SkillContext, event: SkillEvent, taken: TakenFrame): HttpResult {
  const result = readResultEvent(ctx, event);
  ctx.log(stepLine("altegio", taken, result, successKind(result)));
  return result;
}

/**
 * An answer that no skill goes on with, because an update replaced the one that waited, or because it came too late.
 * What it tells of a write must not be lost: the flow that keeps the appointments settles it. Of a look-up the caller
 * hears that it was interrupted, if they still wait; nothing is claimed, and nothing is done a second time.
 */
export function lostFrame(ctx: SkillContext, lost: LostAnswer): void {
  const channel = channelOf(lost.operation);
  if (lost.mark !== "") {
    ctx.sendSystemEvent(lateAnswerEvent, {
      mark: lost.mark,
      awaited: lost.isAwaited ? "true" : "false",
      channel,
      status: `${lost.result.status}`,
      body: lost.result.body,
    });
    return;
  }
  if (!lost.isAwaited) {
    return;
  }
  answerIn(
    ctx,
    channel,
    "The request that was just under way was interrupted and its outcome is not known. Apologise, say that nothing is confirmed yet, and offer to look it up again before anything is repeated.",
  );
}
