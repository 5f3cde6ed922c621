import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  let next = (count: number): number => count + 1; // <- here
  ctx.log(event.idn);
}
