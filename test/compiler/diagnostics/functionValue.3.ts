import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  function greeting(): string { // <- here
    return "Hello";
  }
  ctx.log(greeting());
}
