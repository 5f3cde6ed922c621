import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const words = event.idn.split(" ");
  const sorted = words.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)); // <- here
  ctx.log(sorted.join(" "));
}
