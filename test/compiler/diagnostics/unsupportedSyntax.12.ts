import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const patterns = { digits: /[0-9]+/u }; // <- here
  ctx.log(`${event.idn}${Object.keys(patterns).length}`);
}
