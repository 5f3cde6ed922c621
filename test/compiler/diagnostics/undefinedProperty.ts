import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const [date] = event.idn.split(" ");
  ctx.log(JSON.stringify({ date })); // <- here
}
