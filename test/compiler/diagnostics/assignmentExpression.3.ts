import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  let name = "";
  if (event.idn !== "" && (name = event.integrationIdn) !== "") { // <- here
    ctx.log(name);
  }
}
