import type { SkillContext, SkillEvent } from "#sdk";

function twice<Amount extends number>(amount: Amount): number {
  const doubled = amount * 2; // <- here
  return doubled;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(`${twice(event.idn.length)}`);
}
