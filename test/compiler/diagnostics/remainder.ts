import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const width = event.idn.length;
  ctx.log(`${100 % width}`); // <- here
}
