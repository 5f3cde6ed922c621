import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  const names = ["a"];
  for (let index = 0; index < names.length; index += 1) { // <- here
    names.push("b");
    ctx.log(`${index}`);
  }
}
