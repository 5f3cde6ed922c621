import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const words = event.idn.split(" ").filter(function (word) { // <- here
    return word.length > arguments.length;
  });
  ctx.log(words.join(" "));
}
