import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const [left, right] = [event.idn === "a", event.idn === "b"];
  ctx.log(left < right ? "less" : "not less"); // <- here
}
