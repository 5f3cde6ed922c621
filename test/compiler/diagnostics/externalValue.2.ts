import type { SkillContext, SkillEvent } from "#sdk";

namespace Texts {
  export const greeting = "Hello";
}

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  ctx.log(Texts.greeting); // <- here
}
