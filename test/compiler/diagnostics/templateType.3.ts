import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const values: (string | null)[] = [event.idn, null];
  ctx.log(values.join(", ")); // <- here
}
