import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.sendSystemEvent("slot_chosen", { eventIdn: event.idn }); // <- here
}
