import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const words = event.idn.split(" ").toSorted((a, b) => a.localeCompare(b, "sv")); // <- here
  ctx.log(words.join(" "));
}
