/** The channel an operation answers in: of a caller with a call and a chat at once it is the one that asked. */
import { channelArguments } from "./contract.ts";
import { asText, property } from "./json.ts";
import type { JsonValue, SkillContext } from "./types.ts";

/** What the id of an actor looks like. */
const actorId = /^[A-Za-z0-9-]{1,64}$/u;

/**
 * The channel an event names in its arguments; "" where it names none, or something that is no id.
 *
 * @param given the event's arguments
 */
export function namedChannel(given: JsonValue): string {
  const named = channelArguments.map((name) => asText(property(given, name)));
  return named.find((id) => actorId.test(id)) ?? "";
}

/**
 * The channel of an operation that is under way: the answer to a request names its user, but not through which of their
 * channels the user asked.
 *
 * @param operation as in `TakenFrame`
 * @returns the id of an actor, "" where none is known
 */
export function channelOf(operation: string): string {
  return (operation.split("@")[1] ?? "").split(".")[0] ?? "";
}

/**
 * The channel an operation answers in. The first request has noted it in the operation's id; before that it is the one
 * the event came through.
 *
 * @param operation `ctx.operation`
 * @param named of `namedChannel`, for an event that came through none
 */
export function answerChannel(ctx: SkillContext, operation: string, named: string): string {
  if (operation !== "") {
    return channelOf(operation);
  }
  const own = ctx.getActorId();
  return own === "" ? named : own;
}
