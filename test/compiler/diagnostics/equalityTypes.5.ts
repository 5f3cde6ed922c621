import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const list = [{ id: event.idn }];
  const [first] = list;
  ctx.log(first !== undefined && list.includes(first) ? "yes" : "no"); // <- here
}
