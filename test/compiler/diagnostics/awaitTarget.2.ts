import type { SkillContext, SkillEvent } from "#sdk";

function title(event: SkillEvent): Promise<string> | string {
  return event.idn;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const text = await title(event); // <- here
  ctx.log(text);
}
