import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const words = event.idn.split(" ");
  words.forEach((word) => {
    if (word !== "") {
      words.push(`${word}!`); // <- here
    }
  });
  ctx.log(words.join(" "));
}
