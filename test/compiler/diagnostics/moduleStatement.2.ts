import type { SkillContext, SkillEvent } from "#sdk";

const names = ["b", "a"];
const sorted = names.sort(); // <- here

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  ctx.log(names.join(", "));
}
