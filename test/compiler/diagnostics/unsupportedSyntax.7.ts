import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  for (const [index, word] of event.idn.split(" ").entries()) { // <- here
    ctx.log(`${index}: ${word}`);
  }
}
