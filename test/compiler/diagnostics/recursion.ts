import type { SkillContext, SkillEvent } from "#sdk";

function countdown(from: number): string {
  if (from === 0) {
    return "go";
  }
  return countdown(from - 1);
}

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  ctx.log(countdown(3)); // <- here
}
