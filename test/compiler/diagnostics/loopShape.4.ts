import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  for (let from = 0, to = 3; from < to; from += 1) { // <- here
    ctx.log(event.idn);
  }
}
