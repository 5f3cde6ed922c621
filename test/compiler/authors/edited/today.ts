// @run {"input":null}
// @advice ctx.getDateTime("UTC")
// @advice .slice(0, 10)
import type { SkillContext } from "#sdk";

export function main(ctx: SkillContext): string {
  return ctx.getDateTime("UTC").slice(0, 10);
}
