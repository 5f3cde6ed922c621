import type { SkillContext, SkillEvent } from "#sdk";

function isLater(left: string, right: string | number): boolean {
  const later = left > right; // <- here
  return later;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(isLater(event.idn, "a") ? "later" : "not later");
}
