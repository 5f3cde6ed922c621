/** What the log says of one step of an operation. Written in the handlers' subset. */
import type { TakenFrame } from "./frames.ts";
import type { HttpResult } from "./types.ts";

/**
 * The line of an answer: the operation's id, the place where it goes on (`locate` finds its TypeScript line), the HTTP
 * status and what came of the step. Whatever a caller or the service has said stays out: ids and names of skills alone
 * are told, of the answer only its status.
 *
 * @param subject whose line it is, as a word to filter the log by
 */
export function stepLine(subject: string, taken: TakenFrame, result: HttpResult): string {
  return `${subject} step: operation=${idOf(taken.operation)} flow=${taken.flow} at=${taken.at === "" ? "unknown" : taken.at} status=${result.status} outcome=${taken.frame === null ? "late" : outcomeOf(result.status)}`;
}

/** The id that all steps of an operation have in common, without its channel: that of an actor is the caller's. */
function idOf(operation: string): string {
  return (operation.split("@")[0] ?? "").split(".")[0] ?? "";
}

/** `answered`, `refused`, `failed`, or `no answer`. */
function outcomeOf(status: number): string {
  return status === 0 ? "none" : status < 300 ? "answered" : status < 500 ? "refused" : "failed";
}
