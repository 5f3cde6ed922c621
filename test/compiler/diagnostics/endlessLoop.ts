import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  let tries = 0;
  while (true) { // <- here
    tries += 1;
    ctx.log(`${tries}`);
  }
}
