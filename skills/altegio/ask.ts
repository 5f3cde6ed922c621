/** One request and its answer. */
import type { HttpRequest, SkillContext } from "../../module/sdk/index.ts";
import { noteProblem } from "../shared/setup-status.ts";
import { readAnswer } from "./read-answer.ts";
import type { Answer } from "./read-answer.ts";

/**
 * Sends a request and reads its answer; a problem of set-up or connection is noted in the set-up status.
 *
 * @param during what is being done, for the status, as in "checking free times"
 */
export async function ask(ctx: SkillContext, request: HttpRequest, during: string): Promise<Answer> {
  const result = await ctx.send(request);
  const answer = readAnswer(result);
  noteProblem(ctx, answer.problem, during);
  return answer;
}
