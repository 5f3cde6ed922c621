import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  let digits = /[0-9]+/u; // <- here
  ctx.log(event.idn);
}
