import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const lines = event.idn.split(" ").map((...given) => given[0]); // <- here
  ctx.log(`${lines.length}`);
}
