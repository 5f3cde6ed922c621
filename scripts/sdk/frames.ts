/**
 * How a suspended skill is kept and found again, for any module: the parts of the runtime functions that name
 * nothing of a module's own. Written in the handlers' subset, so that both runtimes run the same code.
 */
import { channelOf, namedChannel } from "./channel.ts";
import { extendSessionEvent } from "./contract.ts";
import { unchecked, uncheckedJson } from "./intrinsics.ts";
import { asInteger } from "./parse.ts";
import { operationId } from "./step-line.ts";
import type { Frame, HttpRequest, HttpResult, RuntimeContext } from "./types.ts";

/** The names a module gives to what it stores and sends, and how long it waits. */
export interface FrameNames {
  /** The http connector its requests go through. */
  readonly connectorIdn: string;
  /** First part of `targetAction`; tells its results from everybody else's. */
  readonly token: string;
  /** Prefix of the persona attributes that hold frames, one a flow. */
  readonly prefix: string;
  /** A skill that gets no answer goes on without one after once or twice as many seconds, `"30"`; "" for never. */
  readonly patience: string;
  /** The flow that works for nobody, as at publish: its operations answer in no channel, and none is asked for. */
  readonly setupFlow: string;
}

/** What a result event belongs to, with the persona whose operation it is. */
export interface TakenFrame {
  readonly personaId: string;
  /** Null when nothing waits for the answer any more. */
  readonly frame: Frame | null;
  /** That of the request, "" when it only reads. */
  readonly mark: string;
  readonly flow: string;
  /**
   * The operation it is a step of, and which is its next: the id of its first request, the channel it answers in behind
   * an `@`, and the number of the next step behind a dot. It is the id of the next request.
   */
  readonly operation: string;
  /**
   * Where the operation goes on, innermost first, as skill idns with `<` between: `_lookUp_2<_freeTimes_2`; "" when
   * that is not known. For the log: names of skills, nothing of a caller.
   */
  readonly at: string;
}

/** An answer that no skill goes on with. */
export interface LostAnswer {
  /** That of the request, "" when it only reads. */
  readonly mark: string;
  /** As in `TakenFrame`. */
  readonly operation: string;
  /** The caller still waits: the skill that did was replaced by an update. */
  readonly isAwaited: boolean;
  readonly result: HttpResult;
}

/** Most lines that are kept of one flow and persona; older ones give way. */
const mostLines = 8;

/** Begins the line of a wait that was there when the timer fired. */
const overdueMark = "!";

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
 * The event that fires when an answer is overdue, and the name of its timer. It is of one flow, because the timers of
 * another must not end what this one waits for.
 */
export function overdueEvent(connectorIdn: string, flow: string): string {
  return `${connectorIdn}_overdue_${flow.toLowerCase()}`;
}

/**
 * Stores the suspended skill's frame under a new request id, has the wait watched, and sends the request that will
 * wake the skill. All frames of a flow and persona are in one attribute, a line each, oldest first: the platform runs
 * one skill of them at a time (docs/platform.md, "Queues"). Of a write whose answer was used its id stays as a line.
 * The first wait of an operation sets their timer; for its others that one is still set or about to be heard, because it
 * is set again whenever it fires while something waits. Of a conversation's operation each further request keeps the
 * session from ending: how long one lasts is the account's choice, and how long the answers take is nobody's.
 *
 * @param headers JSON text
 * @param operation as in `TakenFrame`; "" for the first request, whose id becomes the operation's, with its channel
 */
export function sendWithFrame(
  ctx: RuntimeContext,
  names: FrameNames,
  flow: string,
  request: HttpRequest,
  headers: string,
  frame: Frame,
  operation: string,
): void {
  const id = operation === "" ? `${ctx.newId()}${channelMark(ctx, names, flow)}` : operation;
  const channel = channelOf(operation);
  if (channel !== "") {
    ctx.sendSystemEventTo(channel, extendSessionEvent, {});
  } else if (operation !== "" && flow !== names.setupFlow) {
    ctx.sendSystemEvent(extendSessionEvent, {});
  }
  const mark = request.mark ?? "";
  const field = `${names.prefix}${flow}`;
  const waiting = linesOf(ctx.getPersonaAttribute(field));
  const line = `${id} ${mark} ${sealed(JSON.stringify(frame))}`;
  ctx.setPersonaAttribute(field, [...waiting, line].slice(-mostLines).join("\n"));
  if (operation === "") {
    watch(ctx, names, flow, ctx.personaId);
  }
  ctx.sendRequest(names.connectorIdn, {
    method: request.method,
    url: request.url,
    headers,
    body: request.body,
    targetAction: `${names.token}|${flow}|${ctx.personaId}|${id}|${mark}`,
    userPersonaId: ctx.personaId,
  });
}

/** Sets the timer of what a flow waits for on behalf of a persona, if anything is ever overdue. */
function watch(ctx: RuntimeContext, names: FrameNames, flow: string, personaId: string): void {
  if (names.patience !== "") {
    const event = overdueEvent(names.connectorIdn, flow);
    ctx.setTimer({ name: event, personaId, eventIdn: event, interval: names.patience });
  }
}

/**
 * `@` and the actor through whom the operation was begun, or whom its event names; "" where there is none, as at publish.
 * The first request leaves while that event is still the one that runs the skill.
 */
function channelMark(ctx: RuntimeContext, names: FrameNames, flow: string): string {
  if (flow === names.setupFlow) {
    return "";
  }
  const own = ctx.getActorId();
  const actor = own === "" ? namedChannel(ctx.getEventArguments()) : own;
  return /^[A-Za-z0-9-]{1,64}$/u.test(actor) ? `@${actor}` : "";
}

/**
 * What a result event or an overdue timer belongs to; a frame is removed, so that it is used once. Null when the event
 * is foreign, of another flow, was used before, or was delivered into another conversation: there the frame stays for
 * the right one.
 *
 * @param eventIdn the event's idn
 * @param target `targetAction` of the request the event answers, "" for none
 */
export function takeStoredFrame(
  ctx: RuntimeContext,
  names: FrameNames,
  flow: string,
  eventIdn: string,
  target: string,
): TakenFrame | null {
  if (eventIdn === overdueEvent(names.connectorIdn, flow)) {
    return takeOverdueFrame(ctx, names, flow);
  }
  const [token, owner, personaId, id, mark = ""] = target.split("|");
  if (token !== names.token || owner !== flow || personaId === undefined || id === undefined) {
    return null;
  }
  // Nothing of the set-up is spoken: there is no conversation into which it would not belong.
  const user = flow === names.setupFlow ? personaId : ctx.getUser("id");
  if (user !== "" && user !== personaId) {
    ctx.log(unusedLine(names.token, id, flow, "other-conversation"));
    return null;
  }
  const field = `${names.prefix}${flow}`;
  const waiting = linesOf(ctx.getPersonaAttributeOf(personaId, field));
  const own = waiting.find((line) => line.startsWith(`${id} `) || line.startsWith(`${overdueMark}${id} `));
  if (waiting.includes(id)) {
    ctx.log(unusedLine(names.token, id, flow, "used-before"));
    return null;
  }
  // Two events may come for one answer, and only that of a write is missed when nothing waits for it.
  const rest = waiting.filter((line) => line !== own);
  const isWrite = mark !== "";
  if (isWrite) {
    ctx.setPersonaAttributeOf(personaId, field, [...rest, id].slice(-mostLines).join("\n"));
  } else if (own !== undefined && rest.length > 0) {
    ctx.setPersonaAttributeOf(personaId, field, rest.join("\n"));
  } else if (own !== undefined) {
    ctx.deletePersonaAttributeOf(personaId, field);
  }
  if (user === "") {
    // In whose queue such an event waits is not known: the timer may fire before the operation waits again.
    watch(ctx, names, flow, personaId);
  }
  const operation = operationAfter(id);
  return own === undefined
    ? { personaId, frame: null, mark, flow, operation, at: "" }
    : { personaId, frame: frameOf(own), mark, flow, operation, at: placesOf(own) };
}

/**
 * The oldest of the waits that were there when the timer fired before. The first time they are only marked: the timer
 * may have been set for a wait that is over, and fire just after a new one has begun.
 */
function takeOverdueFrame(ctx: RuntimeContext, names: FrameNames, flow: string): TakenFrame | null {
  const personaId = ctx.getUser("id");
  const field = `${names.prefix}${flow}`;
  const lines = linesOf(personaId === "" ? "" : ctx.getPersonaAttributeOf(personaId, field));
  const overdue = lines.find((line) => line.startsWith(overdueMark));
  const others = lines.filter((line) => line !== overdue);
  const areWaiting = others.some((line) => line.includes(" "));
  if (overdue !== undefined || areWaiting) {
    storeLines(ctx, personaId, field, overdue === undefined ? others.map(markOverdue) : others);
  }
  // An operation that goes on without its answer may wait again.
  if (overdue !== undefined || areWaiting) {
    const event = overdueEvent(names.connectorIdn, flow);
    const isNext = overdue !== undefined && others.some((line) => line.startsWith(overdueMark));
    const interval = isNext ? "1" : names.patience;
    ctx.setTimer({ name: event, personaId, eventIdn: event, interval });
  }
  return overdue === undefined
    ? null
    : {
        personaId,
        frame: frameOf(overdue),
        mark: overdue.split(" ")[1] ?? "",
        flow,
        operation: operationAfter(overdue.slice(overdueMark.length)),
        at: placesOf(overdue),
      };
}

function markOverdue(line: string): string {
  return line.includes(" ") ? `${overdueMark}${line}` : line;
}

function linesOf(stored: string): readonly string[] {
  return stored.split("\n").filter((line) => line !== "");
}

function storeLines(ctx: RuntimeContext, personaId: string, field: string, lines: readonly string[]): void {
  if (lines.length === 0) {
    ctx.deletePersonaAttributeOf(personaId, field);
  } else {
    ctx.setPersonaAttributeOf(personaId, field, lines.join("\n"));
  }
}

/** The operation after a request, of its id or of a line that begins with it; as in `TakenFrame`. */
function operationAfter(id: string): string {
  const [operation = "", step = ""] = (id.split(" ")[0] ?? "").split(".");
  return `${operation}.${asInteger(step) + 1}`;
}

/** Why a result of this flow's own wakes nothing. */
function unusedLine(token: string, id: string, flow: string, reason: string): string {
  return `${token} result: operation=${operationId(id.split(" ")[0] ?? "")} flow=${flow} outcome=ignored because=${reason}`;
}

/** The labels of a line's frames without their fingerprints; no text of a local has such a form. */
function placesOf(line: string): string {
  return [...line.matchAll(/"at":"(_[A-Za-z0-9_]{1,80})@[0-9a-f]{8}"/gu)]
    .map((match) => match[1] ?? "")
    .join("<");
}

/** The frame of a line; null when the line is damaged. One expression: each answer has its frame read. */
function frameOf(line: string): Frame | null {
  return /^[^ ]* [^ ]* [0-9]+:./u.test(line) &&
    sealed(line.replace(/^[^ ]* [^ ]* [0-9]+:/u, "")) === line.replace(/^[^ ]* [^ ]* /u, "")
    ? unchecked<Frame>(uncheckedJson(line.replace(/^[^ ]* [^ ]* [0-9]+:/u, "")))
    : null;
}

/**
 * The text of a frame with its length before it: what reads back so is a frame of ours, whole. It needs no
 * `parseJson`, which would change long numbers and refuse what is nested deep.
 */
function sealed(frame: string): string {
  return `${frame.length}:${frame}`;
}
