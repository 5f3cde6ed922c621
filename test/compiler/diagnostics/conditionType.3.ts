import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const lists = [event.idn.split(" "), []];
  ctx.log(`${lists.filter((list) => list).length}`); // <- here
}
