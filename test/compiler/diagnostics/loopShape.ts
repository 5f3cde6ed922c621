import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  for (let day = 0; day !== 7; day += 1) { // <- here
    ctx.log(`Day ${day}`);
  }
}
