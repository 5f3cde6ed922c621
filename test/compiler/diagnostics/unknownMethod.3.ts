import type { SkillContext, SkillEvent } from "#sdk";

function sizeOf(value: { readonly length: number }): number {
  const size = value.length; // <- here
  return size;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(`${sizeOf(event.idn)}`);
}
