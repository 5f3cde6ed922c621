import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(Object.keys(event.idn.split(" ")).join()); // <- here
}
