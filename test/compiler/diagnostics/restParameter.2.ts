import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const lengths = event.idn.split(" ").map((word) => word.length);
  ctx.log(`${Math.max(...lengths)}`); // <- here
}
