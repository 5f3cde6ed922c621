import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const lines = event.idn.split(" ").map((word, index, all) => `${index} of ${all.length}: ${word}`); // <- here
  ctx.log(lines.join(" "));
}
