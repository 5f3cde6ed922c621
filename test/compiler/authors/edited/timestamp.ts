// @run {"input":null}
// @advice parseDateTime(ctx.getDateTime("UTC")).seconds
import { parseDateTime } from "#sdk";
import type { SkillContext } from "#sdk";

export function main(ctx: SkillContext): number {
  return parseDateTime(ctx.getDateTime("UTC")).seconds;
}
