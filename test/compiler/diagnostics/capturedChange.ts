import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const words: string[] = [];
  const keep = (word: string): number => {
    words.push(word); // <- here
    return words.length;
  };
  event.idn.split(" ").forEach((word) => ctx.log(`${keep(word)}`));
  ctx.log(words.join(" "));
}
