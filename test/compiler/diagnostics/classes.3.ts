import type { SkillContext, SkillEvent } from "#sdk";

class Texts {
  static readonly greeting = "Hello";
}

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  ctx.log(Texts.greeting); // <- here
}
