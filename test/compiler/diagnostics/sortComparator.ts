import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const words = event.idn.split(" ").toSorted((a, b) => { // <- here
    ctx.log(a);
    return a.length - b.length;
  });
  ctx.log(words.join(" "));
}
