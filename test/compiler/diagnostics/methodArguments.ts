import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(event.idn.length.toFixed(20)); // <- here
}
