import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  let name = "";
  if ((name = event.idn) !== "") { // <- here
    ctx.log(name);
  }
}
