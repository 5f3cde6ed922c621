import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  const farAway = 1000000000000000; // <- here
  ctx.log(`${farAway - 1}`);
}
