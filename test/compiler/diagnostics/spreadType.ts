import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const letters = [...event.idn]; // <- here
  ctx.log(letters.join(" "));
}
