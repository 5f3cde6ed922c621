import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const counts: Record<string, number> = {};
  counts[event.idn] = (counts[event.idn] ?? 0) + 1; // <- here
  ctx.log(JSON.stringify(counts));
}
