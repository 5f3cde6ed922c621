/**
 * What the compiled state machines run on, written in the handlers' subset: whose operation it is, how a
 * request leaves, how its result finds the suspended skill. The Node runtime calls the same functions.
 */
import { setupPersona } from "../attributes/index.ts";
import { requestHeaders } from "../skills/altegio/authorization.ts";
import { connector, framePrefix, frameToken, httpErrorEvent, httpResultArguments } from "./contract.ts";
import { asObject, asText, property } from "./sdk/json.ts";
import { parseJson, toInteger } from "./sdk/parse.ts";
import type {
  Frame,
  HttpRequest,
  HttpResult,
  JsonValue,
  RuntimeContext,
  SkillContext,
  SkillEvent,
} from "./sdk/types.ts";

/** A frame taken back, with the persona whose operation it is. */
export interface TakenFrame {
  readonly personaId: string;
  readonly frame: Frame;
}

/**
 * The persona an operation works for: the conversation's user, or at publish, where there is none, the
 * setup persona, created once (newo-platform reference, section 6.1).
 */
export function currentPersona(ctx: RuntimeContext): string {
  const user = ctx.getUser("id");
  if (user !== "") {
    return user;
  }
  const known = ctx.getCustomerAttribute(setupPersona.idn).trim();
  if (known !== "") {
    return known;
  }
  const created = ctx.createPersona("Altegio setup");
  ctx.setCustomerAttribute(setupPersona.idn, created);
  return created;
}

/** Stores the suspended skill's frame under a new request id and sends the request that will wake it. */
export function sendRequest(ctx: RuntimeContext, flow: string, request: HttpRequest, frame: Frame): void {
  const id = ctx.newId();
  ctx.setPersonaAttribute(`${framePrefix}${id}`, JSON.stringify(frame));
  ctx.sendRequest(connector.idn, {
    method: request.method,
    url: request.url,
    headers: JSON.stringify(requestHeaders(ctx, request.authorization)),
    body: request.body,
    targetAction: `${frameToken}|${flow}|${ctx.personaId}|${id}`,
    userPersonaId: ctx.personaId,
  });
}

/**
 * The frame a result event belongs to, removed so that a result is used once. Null when the result is
 * foreign, of another flow, or already used.
 */
export function takeFrame(ctx: RuntimeContext, flow: string): TakenFrame | null {
  const [token, owner, personaId, id] = ctx.getCommandTarget().split("|");
  if (token !== frameToken || owner !== flow || personaId === undefined || id === undefined) {
    return null;
  }
  const field = `${framePrefix}${id}`;
  const stored = parseJson(ctx.getPersonaAttributeOf(personaId, field));
  const frame = asObject(stored.value);
  if (frame === null) {
    return null;
  }
  ctx.deletePersonaAttributeOf(personaId, field);
  return { personaId, frame: frame as unknown as Frame };
}

/** Reads an HTTP result event whatever its arguments are called (see `contract.ts`). */
export function readHttpResult(_ctx: SkillContext, event: SkillEvent): HttpResult {
  let body = "";
  for (const name of httpResultArguments.body) {
    const value = property(event.arguments, name);
    if (body === "" && value !== null) {
      body = bodyText(value);
    }
  }
  let status = "";
  for (const name of httpResultArguments.status) {
    if (status === "") {
      status = asText(property(event.arguments, name));
    }
  }
  const code = toInteger(status);
  if (code.ok) {
    return { status: code.value, body };
  }
  return { status: event.idn === httpErrorEvent ? 0 : 200, body };
}

/** A body that the platform has already parsed becomes text again. */
function bodyText(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
