import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  const hours = 1.5; // <- here
  ctx.log(`${hours * 2}`);
}
