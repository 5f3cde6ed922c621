import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const actions: (() => string)[] = [];
  actions.push(() => event.idn); // <- here
  ctx.log(`${actions.length}`);
}
