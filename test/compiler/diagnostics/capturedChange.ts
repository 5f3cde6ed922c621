import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const words: string[] = [];
  const keep = (word: string): void => {
    words.push(word); // <- here
  };
  event.idn.split(" ").forEach(keep);
  ctx.log(words.join(" "));
}
