import type { SkillContext, SkillEvent } from "#sdk";

function even(count: number): boolean {
  return count === 0 || odd(count - 1);
}

function odd(count: number): boolean {
  return count !== 0 && even(count - 1);
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(even(event.idn.length) ? "even" : "odd"); // <- here
}
