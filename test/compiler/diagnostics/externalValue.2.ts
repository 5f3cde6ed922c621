import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

namespace Texts {
  export const greeting = "Hello";
}

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  ctx.log(Texts.greeting); // <- here
}
