import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const parts = event.idn.split(" ").length;
  ctx.log(`${Math.floor(100 / parts)}`); // <- here
}
