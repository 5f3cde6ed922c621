import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  let tries = 0;
  while (tries < 3) { // <- here
    tries += 1;
    ctx.log(`Try ${tries}`);
  }
}
