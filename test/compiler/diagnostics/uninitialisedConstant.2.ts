import type { SkillContext, SkillEvent } from "#sdk";

let greeting = "Hello";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  ctx.log(greeting); // <- here
}
