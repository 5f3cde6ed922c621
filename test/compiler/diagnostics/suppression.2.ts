import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  // @ts-ignore // <- here
  ctx.log(event.idn);
}
