/** A request that only reads: what is tried again, and what a failure says about the set-up. */
import type { HttpRequest, HttpResult, SkillContext } from "#sdk";
import type { ProblemKind } from "../domain/problem.ts";
import { readAnswer } from "./read-answer.ts";
import type { Answer } from "./read-answer.ts";

/**
 * How long a look-up waits before its second try when Altegio has refused it for too many requests: as text, in
 * seconds by all appearance (docs/platform.md, "Sleep"). Were it milliseconds, the second try would come at
 * once.
 */
const retryPause = "1";

/**
 * Sends a request that only reads, and reads its answer. A dropped connection, a guard's page, a server error and an
 * unreadable body get one more try at once, a refusal for too many requests one after a pause, because the limit is
 * one of requests a second; a time-out gets none, because the caller has waited long enough
 * (docs/altegio-api.md, "Access refused" and "Limits").
 */
export async function lookUp(ctx: SkillContext, request: HttpRequest): Promise<Answer> {
  const first = await ctx.send(request);
  const answer = readLookUp(first);
  if (!pauseBefore(ctx, first, answer)) {
    return answer;
  }
  const second = await ctx.send(request);
  return readLookUp(second);
}

/**
 * True when a look-up is to be tried once more, after the pause that it takes.
 *
 * @param answer what was read of the first result
 */
export function pauseBefore(ctx: SkillContext, first: HttpResult, answer: Answer): boolean {
  if ((answer.problem !== "transport" && answer.problem !== "rate") || isTimeout(first)) {
    return false;
  }
  if (answer.problem === "rate") {
    ctx.sleep(retryPause);
  }
  return true;
}

/** The answer to a look-up, which always has a body: a success without one was lost on the way. */
export function readLookUp(result: HttpResult): Answer {
  return readAnswer(result.status === 204 ? { status: 200, body: "" } : result);
}

/** True when no answer came and the reason given is that it took too long. */
function isTimeout(result: HttpResult): boolean {
  return result.status === 0 && /time-?d? ?-?out/u.test(result.body.toLowerCase());
}

/**
 * The problem as far as it concerns the set-up: that one appointment is not there, or that visitors may not
 * cancel, does not (docs/altegio-api.md, "A visitor's appointment").
 */
export function notable(request: HttpRequest, problem: ProblemKind): ProblemKind {
  const single = /\/(?:user\/records|record\/[0-9]+|book_record\/[0-9]+)\/[0-9]/u.test(request.url);
  const ofVisitor = problem === "rights" && request.url.includes("/user/records/");
  return (single && problem === "not_found") || ofVisitor ? "none" : problem;
}
