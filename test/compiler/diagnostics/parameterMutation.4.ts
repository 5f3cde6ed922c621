import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const spans = event.idn.split(",").map((to) => ({ to }));
  const last = spans.at(-1);
  if (last !== undefined) {
    last.to = "end"; // <- here
  }
  ctx.log(JSON.stringify(spans));
}
