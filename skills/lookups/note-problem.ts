/** The lines of the set-up status that a conversation adds to. */
import { setupStatus } from "../../attributes/index.ts";
import type { SkillContext } from "#sdk";
import { expireCatalog } from "../domain/catalog-age.ts";
import type { ProblemKind } from "../domain/problem.ts";
import { isOperational, reportText } from "../wording/problem-text.ts";

const problemPrefix = "Last problem";

/**
 * Notes the problem of a failed request as the last line of the set-up status; the next publish clears it.
 * Problems that belong to an ordinary conversation, such as a taken slot, are not noted. A service or a staff member
 * that is gone has the catalogue loaded again by the next operation.
 *
 * @param during what was being done, as in "checking free times"
 */
export function noteProblem(ctx: SkillContext, problem: ProblemKind, during: string): void {
  if (["service_gone", "not_bookable", "not_found"].includes(problem)) {
    expireCatalog(ctx);
  }
  if (!isOperational(problem)) {
    return;
  }
  const kept = ctx
    .getCustomerAttribute(setupStatus.idn)
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith(problemPrefix));
  const moment = ctx.getDateTime("").slice(0, 16).replaceAll("T", " ");
  const line = `${problemPrefix} (${moment}, ${during}): ${reportText(problem)}`;
  ctx.setCustomerAttribute(setupStatus.idn, [...kept, line].join("\n"));
  ctx.log(`Altegio, ${during}: ${reportText(problem)}`);
}
