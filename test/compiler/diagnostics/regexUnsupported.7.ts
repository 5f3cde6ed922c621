import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(/^slot(?:[0-9]*)*$/u.test(event.idn) ? "slot" : "other"); // <- here
}
