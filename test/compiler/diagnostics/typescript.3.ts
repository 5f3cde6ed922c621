import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  console.log(event.idn); // <- here
  ctx.log(event.idn);
}
