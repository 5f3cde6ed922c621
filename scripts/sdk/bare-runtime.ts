/** What compiled programs outside a module run on: the same functions as `module/runtime.ts`, no credentials. */
import {
  type FrameNames,
  type LostAnswer,
  operationPersona,
  sendWithFrame,
  type TakenFrame,
  takeStoredFrame,
} from "./frames.ts";
import type { Frame, HttpRequest, RuntimeContext, SkillContext } from "./types.ts";
export { readResultEvent as readHttpResult } from "./http-result.ts";

/** The connector, the token and the attribute prefix of a program's requests. */
export const programNames: FrameNames = {
  connectorIdn: "http_connector",
  token: "program",
  prefix: "program_frame_",
  patience: "",
  setupFlow: "",
};

/** The customer attribute that remembers whom a program works for when no user takes part. */
export const programPersona = "program_persona";

/** The conversation's user or, where there is none, a persona of the program's own. */
export function currentPersona(ctx: RuntimeContext): string {
  return operationPersona(ctx, programPersona, "Program");
}

/** Keeps the frame and sends the request that will wake it. */
export function sendRequest(
  ctx: RuntimeContext,
  flow: string,
  request: HttpRequest,
  frame: Frame,
  operation: string,
): void {
  const headers = JSON.stringify({ Accept: "application/json", "Content-Type": "application/json" });
  sendWithFrame(ctx, programNames, flow, request, headers, frame, operation);
}

/** The frame a result event belongs to, once; null for any other event. */
export function takeFrame(
  ctx: RuntimeContext,
  flow: string,
  eventIdn: string,
  target: string,
): TakenFrame | null {
  return takeStoredFrame(ctx, programNames, flow, eventIdn, target);
}

/** A program of its own is never updated while it waits; the line in the log is for whoever looks. */
export function lostFrame(ctx: SkillContext, lost: LostAnswer): void {
  if (lost.isAwaited) {
    ctx.log("A result arrived for a program that is not there any more.");
  }
}
