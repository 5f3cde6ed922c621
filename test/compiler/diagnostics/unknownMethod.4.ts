import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const match = /[0-9]+/u.exec(event.idn); // <- here
  ctx.log(match === null ? "no number" : "a number");
}
