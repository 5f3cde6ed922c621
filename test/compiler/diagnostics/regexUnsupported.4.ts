import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(/slot/gu.test(event.idn) ? "a slot" : "other"); // <- here
}
