import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(String(Math.sign(event.idn.length))); // <- here
}
