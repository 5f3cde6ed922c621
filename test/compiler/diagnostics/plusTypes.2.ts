import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  let line = event.idn;
  line += event.idn === "a"; // <- here
  ctx.log(line);
}
