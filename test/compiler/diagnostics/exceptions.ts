import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  try { // <- here
    ctx.log(event.idn);
  } catch {
    ctx.log("failed");
  }
}
