import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  for (const letter of event.idn) { // <- here
    ctx.log(letter);
  }
}
