import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const details = { output: event.idn };
  ctx.sendSystemEvent("result_success", { code: "201", ...details }); // <- here
}
