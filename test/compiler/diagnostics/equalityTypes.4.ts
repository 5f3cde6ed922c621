import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const flags: (number | boolean)[] = [event.idn === "a", 1];
  ctx.log(flags.includes(1) ? "yes" : "no"); // <- here
}
