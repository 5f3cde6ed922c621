import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  let hour = "";
  let minute = "";
  [hour = "", minute = ""] = event.idn.split(":"); // <- here
  ctx.log(`${hour} ${minute}`);
}
