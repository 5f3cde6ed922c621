import type { SkillContext, SkillEvent } from "#sdk";

let next = (count: number): number => count + 1;

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(`${next(event.idn.length)}`); // <- here
}
