import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, { idn }: SkillEvent): Promise<void> { // <- here
  ctx.log("The event must have a name of its own.");
}
