import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  for (const name in event.arguments) { // <- here
    ctx.log(name);
  }
}
