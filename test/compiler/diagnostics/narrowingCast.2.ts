import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const days = {} as Record<"mon" | "tue", string[]>; // <- here
  days.mon = [event.idn];
  ctx.log(days.mon.join());
}
