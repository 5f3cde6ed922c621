import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const nothing = null;
  ctx.log("Found: " + nothing + event.idn); // <- here
}
