import type { SkillContext, SkillEvent } from "#sdk";

function shout(text: string): string {
  return `${text}!`;
}

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  const speak = { shout }; // <- here
  ctx.log(Object.keys(speak).join());
}
