import type { SkillContext, SkillEvent } from "#sdk";

function keyOf(event: SkillEvent): string | number {
  return event.idn === "" ? 0 : event.idn;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const counts: Record<string, number> = { a: 1 };
  ctx.log(`${counts[keyOf(event)] ?? 0}`); // <- here
}
