import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const letters = { ...event.idn.split("") }; // <- here
  ctx.log(JSON.stringify(letters));
}
