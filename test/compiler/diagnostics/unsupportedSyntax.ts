import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  if (event.idn in event.arguments) { // <- here
    ctx.log("It is named.");
  }
}
