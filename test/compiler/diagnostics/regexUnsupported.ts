import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(/^.{2,9}$/.test(event.idn) ? "short" : "other"); // <- here
}
