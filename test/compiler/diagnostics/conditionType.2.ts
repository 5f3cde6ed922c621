import { property } from "#sdk";
import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const services = property(event.arguments, "services");
  ctx.log(services ? "Some services." : "No service."); // <- here
}
