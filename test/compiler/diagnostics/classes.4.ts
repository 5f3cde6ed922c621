import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const seen = new Set(event.idn.split(" ")); // <- here
  ctx.log(String(seen.size));
}
