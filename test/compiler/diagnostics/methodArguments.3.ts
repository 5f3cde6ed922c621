import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const total = event.idn.split(" ").map((word) => word.length).reduce((sum, length, index) => sum + length * index); // <- here
  ctx.log(`${total}`);
}
