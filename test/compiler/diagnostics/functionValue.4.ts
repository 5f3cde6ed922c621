import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  let next = (count: number): number => count + 1; // <- here
  ctx.log(event.idn);
}
