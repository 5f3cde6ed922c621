import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const words = event.idn.split(" ");
  if (words) { // <- here
    ctx.log(words.join(", "));
  }
}
