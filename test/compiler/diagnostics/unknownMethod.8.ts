import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(event.idn.localeCompare("a") < 0 ? "before" : "after"); // <- here
}
