import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const name: number = event.idn; // <- here
  ctx.log(`Event ${name}`);
}
