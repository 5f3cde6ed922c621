import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const visit: { date?: string } = { date: event.idn };
  delete visit.date; // <- here
  ctx.log(JSON.stringify(visit));
}
