import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(event.idn.replace(/slot([0-9])/gu, (whole, digit) => `${digit}. ${whole}`)); // <- here
}
