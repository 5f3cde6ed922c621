import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const days = [...event.idn.matchAll(/[0-9]+/gu)];
  ctx.log(days.map((day) => `${day.index}`).join()); // <- here
}
