import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  outer: for (const word of event.idn.split(" ")) { // <- here
    ctx.log(word);
  }
}
