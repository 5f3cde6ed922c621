import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(greeting());
  function greeting(): string { // <- here
    return event.idn;
  }
}
