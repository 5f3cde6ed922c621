import type { SkillContext, SkillEvent } from "#sdk";

const prices: { readonly [service: string]: number } = { haircut: 40 };

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(`${prices[event.idn] ?? 0}`); // <- here
}
