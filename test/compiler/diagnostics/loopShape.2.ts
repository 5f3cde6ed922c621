import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  for (let slot = 0; slot < 10; slot += 1) { // <- here
    if (slot === 5) {
      slot += 2;
    }
    ctx.log(`Slot ${slot}`);
  }
}
