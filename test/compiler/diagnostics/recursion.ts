import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const shout = (text: string): string => text.toUpperCase();
  const countdown = (from: number): string => (from === 0 ? shout(event.idn) : countdown(from - 1));
  ctx.log(countdown(3)); // <- here
}
