/** One request and its answer; a problem of set-up or connection is noted. */
import type { HttpRequest, SkillContext } from "#sdk";
import { lookUp, notable } from "../altegio/look-up.ts";
import { readAnswer } from "../altegio/read-answer.ts";
import type { Answer } from "../altegio/read-answer.ts";
import { noteProblem } from "./note-problem.ts";

/**
 * Sends a request that changes something, once, and reads its answer. A problem of set-up or connection is
 * noted in the set-up status.
 *
 * @param during what is being done, for the status, as in "booking an appointment"
 */
export async function ask(ctx: SkillContext, request: HttpRequest, during: string): Promise<Answer> {
  const result = await ctx.send(request);
  const answer = readAnswer(result);
  noteProblem(ctx, notable(request, answer.problem), during);
  return answer;
}

/**
 * Sends a request that only reads, as `lookUp` does. A problem of set-up or connection is noted in the set-up status.
 *
 * @param during what is being done, for the status, as in "checking free times"
 */
export async function look(ctx: SkillContext, request: HttpRequest, during: string): Promise<Answer> {
  const answer = await lookUp(ctx, request);
  noteProblem(ctx, notable(request, answer.problem), during);
  return answer;
}
