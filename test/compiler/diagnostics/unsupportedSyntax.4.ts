import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const labels = { [event.idn]: "now" }; // <- here
  ctx.log(JSON.stringify(labels));
}
