import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const pair = event.arguments as unknown as [string, number?]; // <- here
  ctx.log(pair[0]);
}
