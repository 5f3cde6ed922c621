/**
 * How a suspended skill is kept and found again, for any module: the parts of the runtime functions that name
 * nothing of a module's own. Written in the handlers' subset, so that both runtimes run the same code.
 */
import { unchecked, uncheckedJson } from "./intrinsics.ts";
import type { Frame, HttpRequest, RuntimeContext } from "./types.ts";

/** The names a module gives to what it stores and sends. */
export interface FrameNames {
  /** The http connector its requests go through. */
  readonly connectorIdn: string;
  /** First part of `targetAction`; tells its results from everybody else's. */
  readonly token: string;
  /** Prefix of the persona attribute that holds a frame. */
  readonly prefix: string;
}

/** A frame taken back, with the persona whose operation it is. */
export interface TakenFrame {
  readonly personaId: string;
  readonly frame: Frame;
}

/**
 * The persona an operation works for: the conversation's user or, where there is none, one that is created once
 * and remembered in a customer attribute.
 *
 * @param field the customer attribute
 * @param name what the persona is called
 */
export function operationPersona(ctx: RuntimeContext, field: string, name: string): string {
  const user = ctx.getUser("id");
  if (user !== "") {
    return user;
  }
  const known = ctx.getCustomerAttribute(field).trim();
  if (known !== "") {
    return known;
  }
  const created = ctx.createPersona(name);
  ctx.setCustomerAttribute(field, created);
  return created;
}

/**
 * Stores the suspended skill's frame under a new request id and sends the request that will wake it.
 *
 * @param headers JSON text
 */
export function sendWithFrame(
  ctx: RuntimeContext,
  names: FrameNames,
  flow: string,
  request: HttpRequest,
  headers: string,
  frame: Frame,
): void {
  const id = ctx.newId();
  ctx.setPersonaAttribute(`${names.prefix}${id}`, sealed(JSON.stringify(frame)));
  ctx.sendRequest(names.connectorIdn, {
    method: request.method,
    url: request.url,
    headers,
    body: request.body,
    targetAction: `${names.token}|${flow}|${ctx.personaId}|${id}`,
    userPersonaId: ctx.personaId,
  });
}

/**
 * The frame a result event belongs to, removed so that a result is used once. Null when the result is
 * foreign, of another flow, or already used.
 */
export function takeStoredFrame(ctx: RuntimeContext, names: FrameNames, flow: string): TakenFrame | null {
  const [token, owner, personaId, id] = ctx.getCommandTarget().split("|");
  if (token !== names.token || owner !== flow || personaId === undefined || id === undefined) {
    return null;
  }
  const field = `${names.prefix}${id}`;
  const stored = ctx.getPersonaAttributeOf(personaId, field);
  const frame = stored.replace(/^[0-9]+:/u, "");
  if (frame === "" || sealed(frame) !== stored) {
    return null;
  }
  ctx.deletePersonaAttributeOf(personaId, field);
  return { personaId, frame: unchecked<Frame>(uncheckedJson(frame)) };
}

/**
 * The text of a frame with its length before it: what reads back so is a frame of ours, whole. It needs no
 * `parseJson`, which would change long numbers and refuse what is nested deep.
 */
function sealed(frame: string): string {
  return `${frame.length}:${frame}`;
}
