import { property } from "../../../module/sdk/index.ts";
import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const phone = property(event.arguments, "phone") as string; // <- here
  ctx.log(phone);
}
