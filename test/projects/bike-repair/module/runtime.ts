/** Binds the SDK's request runtime to this module. Compiled skills and the Node runtime call these by their names. */
import {
  operationPersona,
  sendUrgentMessage,
  sendWithFrame,
  takeStoredFrame,
  type Frame,
  type HttpRequest,
  type LostAnswer,
  type RuntimeContext,
  type SkillContext,
  type TakenFrame,
} from "#sdk";
import { apiKey, setUpPersona } from "../attributes/index.ts";
import { frameNames } from "./names.ts";
export { readResultEvent as readHttpResult } from "#sdk";
export { frameNames } from "./names.ts";

/** The caller; at publish a persona of the module's own. */
export function currentPersona(ctx: RuntimeContext): string {
  return operationPersona(ctx, setUpPersona.idn, "Pedalo set-up");
}

/** Sends a request with the key, which is read only now and so stays out of every frame. */
export function sendRequest(
  ctx: RuntimeContext,
  flow: string,
  request: HttpRequest,
  frame: Frame,
  operation: string,
): void {
  const key = request.authorization === "workshop" ? ctx.getCustomerAttribute(apiKey.idn) : "";
  const headers = JSON.stringify({ "X-Api-Key": key, "Content-Type": "application/json" });
  sendWithFrame(ctx, frameNames, flow, request, headers, frame, operation);
}

/** The frame a result belongs to, once; null for any other event. */
export function takeFrame(
  ctx: RuntimeContext,
  flow: string,
  eventIdn: string,
  target: string,
): TakenFrame | null {
  return takeStoredFrame(ctx, frameNames, flow, eventIdn, target);
}

/** An update has replaced the skill that was waiting, or nobody waits any more. */
export function lostFrame(ctx: SkillContext, lost: LostAnswer): void {
  if (lost.isAwaited) {
    sendUrgentMessage(ctx, "The request was interrupted. Say that nothing is arranged yet, and apologise.");
  }
}
