import type { SkillContext, SkillEvent } from "#sdk";

function firstDigits(pattern: RegExp | null): string {
  return pattern?.exec("7")?.[0] ?? ""; // <- here
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(firstDigits(null) === "" ? event.idn : "no");
}
