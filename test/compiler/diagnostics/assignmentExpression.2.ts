import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  let next = 1;
  const current = next++; // <- here
  ctx.log(`${current} ${next}`);
}
