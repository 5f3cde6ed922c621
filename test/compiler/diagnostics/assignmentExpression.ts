import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  let next = 1;
  const current = event.idn === "" ? next : next++; // <- here
  ctx.log(`${current} ${next}`);
}
