import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const known = event.idn.split(" ").map(Number); // <- here
  ctx.log(`${known.length}`);
}
