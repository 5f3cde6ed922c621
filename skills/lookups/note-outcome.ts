/** The line of the log at the end of an operation, or where an answer was not what its status says. */
import { outcomeLine } from "#sdk";
import type { SkillContext } from "#sdk";
import type { Why } from "../domain/outcome.ts";

/**
 * Tells the log how an operation ended, and of one that did nothing why; or what an answer that its step's line calls
 * answered came to.
 *
 * @param operation `ctx.operation`
 * @param what the kind of operation, in a word; for an answer `booking-answer` and its like
 */
export function noteOutcome(ctx: SkillContext, operation: string, what: string, why: Why): void {
  ctx.log(outcomeLine("altegio", operation, what, why));
}
