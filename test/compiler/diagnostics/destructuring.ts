import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  let name = "";
  ({ idn: name } = event); // <- here
  ctx.log(name);
}
