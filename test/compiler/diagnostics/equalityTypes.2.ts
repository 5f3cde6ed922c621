import { property } from "#sdk";
import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  if (property(event.arguments, "active") === 1) { // <- here
    ctx.log("In NSL 1 equals true.");
  }
}
