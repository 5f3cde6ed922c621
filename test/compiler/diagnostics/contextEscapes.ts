import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const platform = ctx; // <- here
  platform.log(event.idn);
}
