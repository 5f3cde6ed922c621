import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const words: string[] = [];
  const keep = (word: string): void => {
    words.push(word); // <- here
  };
  event.idn.split(" ").forEach(keep);
  ctx.log(words.join(" "));
}
