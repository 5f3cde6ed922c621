import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const [first] = event.idn.split(" ");
  ctx.log(`First word: ${first}`); // <- here
}
