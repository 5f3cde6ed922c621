import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const values: readonly string[][] = [event.idn.split(" ")];
  ctx.log(values.join(", ")); // <- here
}
