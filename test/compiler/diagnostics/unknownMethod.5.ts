import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const found = event.idn.match(/(?<day>[0-9]+)/u);
  ctx.log(JSON.stringify(found?.groups ?? {})); // <- here
}
