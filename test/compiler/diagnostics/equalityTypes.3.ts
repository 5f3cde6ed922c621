import { property } from "#sdk";
import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  switch (property(event.arguments, "status")) { // <- here
    case "ok":
      ctx.log("fine");
      break;
    default:
      ctx.log("not fine");
  }
}
