import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(event.idn.replace(/slot([0-9])/gu, (whole, digit) => `${digit}. ${whole}`)); // <- here
}
