import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  if ("service" in event.arguments) { // <- here
    ctx.log("A service is named.");
  }
}
