import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const names: string[] = [];
  event.idn !== "" && names.push(event.idn); // <- here
  ctx.log(names.join(" "));
}
