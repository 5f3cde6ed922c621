import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const labels = { [event.idn]: "now" }; // <- here
  ctx.log(JSON.stringify(labels));
}
