import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const slot = /slot[0-9]+/gu;
  ctx.log(slot.exec(event.idn)?.[0] ?? "other"); // <- here
}
