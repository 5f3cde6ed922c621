import { property } from "#sdk";
import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const phone = property(event.arguments, "phone") as string; // <- here
  ctx.log(phone);
}
