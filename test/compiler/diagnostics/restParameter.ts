import type { SkillContext, SkillEvent } from "#sdk";

function joined(first: string, second: string): string {
  const line = first + second;
  return line;
}

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  const words = ["a", "b"] as const;
  ctx.log(joined(...words)); // <- here
}
