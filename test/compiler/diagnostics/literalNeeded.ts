import type { SkillContext, SkillEvent } from "#sdk";

function cut(text: string, separator: string | RegExp): string {
  return text.split(separator).join(" "); // <- here
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(cut(event.idn, ","));
}
