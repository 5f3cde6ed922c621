/** What the log says of one step of an operation, and of its end. Written in the handlers' subset. */
import type { TakenFrame } from "./frames.ts";
import type { HttpResult } from "./types.ts";

/**
 * The line of an answer: the operation's id, the place where it goes on (`locate` finds its TypeScript line), the HTTP
 * status and what came of the step. Whatever a caller or the service has said stays out: ids and names of skills alone
 * are told, of the answer only its status and what kind of an answer it is.
 *
 * @param subject whose line it is, as a word to filter the log by
 * @param success what a 2xx comes to, in a word: `answered`, unless its body says otherwise
 */
export function stepLine(subject: string, taken: TakenFrame, result: HttpResult, success: string): string {
  return `${subject} step: operation=${operationId(taken.operation)} flow=${taken.flow} at=${taken.at === "" ? "unknown" : taken.at} status=${result.status} outcome=${taken.frame === null ? "late" : outcomeOf(result.status, success)}`;
}

/** `answered` or what a success comes to, `refused`, `failed`, or `none` for no answer. */
function outcomeOf(status: number, success: string): string {
  return status === 0 ? "none" : status < 300 ? success : status < 500 ? "refused" : "failed";
}

/**
 * The line at the end of an operation, or of something noticed on its way.
 *
 * @param subject whose line it is, as a word to filter the log by
 * @param operation `ctx.operation`
 * @param what the kind of operation, in a word
 * @param outcome how it ended, in constant words: nothing a caller or the service has said
 */
export function outcomeLine(subject: string, operation: string, what: string, outcome: string): string {
  return `${subject} outcome: operation=${operation === "" ? "none" : operationId(operation)} what=${what} outcome=${outcome}`;
}

/** The id that all steps of an operation have in common, without its channel: that of an actor is the caller's. */
export function operationId(operation: string): string {
  return (operation.split("@")[0] ?? "").split(".")[0] ?? "";
}
