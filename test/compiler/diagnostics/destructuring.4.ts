import type { SkillContext, SkillEvent } from "#sdk";

export function handle(ctx: SkillContext, { idn }: SkillEvent): void { // <- here
  ctx.log("The event must have a name of its own.");
}
