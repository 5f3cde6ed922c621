import type { SkillContext, SkillEvent } from "#sdk";

function hasDigits(pattern: RegExp | null): boolean {
  return pattern?.test("7") ?? false; // <- here
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(hasDigits(null) ? event.idn : "no");
}
