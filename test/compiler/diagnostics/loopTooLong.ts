import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  for (let page = 1; page <= 1000000; page += 1) { // <- here
    ctx.log(`${event.idn} ${page}`);
  }
}
