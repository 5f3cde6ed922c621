import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const [date = "today"] = event.idn.split(" "); // <- here
  ctx.log(date);
}
