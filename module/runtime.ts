/**
 * Binds the SDK's request runtime to this module: whose operation it is, how a request leaves, how its result finds
 * the suspended skill. The compiled state machines and the Node runtime call these functions by their names.
 */
import {
  type Frame,
  type FrameNames,
  type HttpRequest,
  operationPersona,
  type RuntimeContext,
  sendUrgentMessage,
  sendWithFrame,
  type SkillContext,
  type TakenFrame,
  takeStoredFrame,
} from "#sdk";
import { setupPersona } from "../attributes/index.ts";
import { requestHeaders } from "./authorization.ts";
import { framePrefix, frameToken } from "./constants.ts";
import { connector } from "../skills/altegio/connector.ts";
export { readHttpResult } from "#sdk";

/** What its requests and its frames are found by. */
export const frameNames: FrameNames = { connectorIdn: connector.idn, token: frameToken, prefix: framePrefix };

/**
 * The persona an operation works for: the conversation's user, or at publish, where there is none, the
 * setup persona, created once (docs/platform.md, "Publish, import, update").
 */
export function currentPersona(ctx: RuntimeContext): string {
  return operationPersona(ctx, setupPersona.idn, "Altegio setup");
}

/** Stores the suspended skill's frame under a new request id and sends the request that will wake it. */
export function sendRequest(ctx: RuntimeContext, flow: string, request: HttpRequest, frame: Frame): void {
  const headers = JSON.stringify(requestHeaders(ctx, request.authorization));
  sendWithFrame(ctx, frameNames, flow, request, headers, frame);
}

/**
 * The frame a result event belongs to, removed so that a result is used once. Null when the result is
 * foreign, of another flow, or already used.
 */
export function takeFrame(ctx: RuntimeContext, flow: string): TakenFrame | null {
  return takeStoredFrame(ctx, frameNames, flow);
}

/**
 * What the caller hears when an update replaced the skill that was waiting for this answer: nothing is
 * claimed, and nothing is done a second time.
 */
export function lostFrame(ctx: SkillContext): void {
  sendUrgentMessage(
    ctx,
    "The request that was just under way was interrupted and its outcome is not known. Apologise, say that nothing is confirmed yet, and offer to look it up again before anything is repeated.",
  );
}
