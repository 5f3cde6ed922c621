import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  try { // <- here
    ctx.log(event.idn);
  } catch {
    ctx.log("failed");
  }
}
