import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  const today = new Date().toISOString(); // <- here
  ctx.log(today);
}
