import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const job = { ctx, idn: event.idn }; // <- here
  ctx.log(job.idn);
}
