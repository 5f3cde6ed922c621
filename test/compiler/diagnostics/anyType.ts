import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const given = event.arguments as any; // <- here
  ctx.log(event.idn);
}
