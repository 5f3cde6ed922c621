import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  ctx.log(`${Math.floor(Math.random() * 10)}`); // <- here
}
