import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const words = event.idn.split(" ");
  words[0] = "first"; // <- here
  ctx.log(words.join(" "));
}
