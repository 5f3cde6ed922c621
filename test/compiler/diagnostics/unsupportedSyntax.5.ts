import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const visit = { date: event.idn };
  if ("date" in visit) { // <- here
    ctx.log(visit.date);
  }
}
