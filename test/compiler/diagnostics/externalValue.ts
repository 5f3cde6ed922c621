import type { SkillContext, SkillEvent } from "#sdk";

function countOf(_text: string): number {
  const count = arguments.length; // <- here
  return count;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(`${countOf(event.idn)}`);
}
