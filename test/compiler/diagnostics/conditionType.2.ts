import { property } from "../../../module/sdk/index.ts";
import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const services = property(event.arguments, "services");
  ctx.log(services ? "Some services." : "No service."); // <- here
}
