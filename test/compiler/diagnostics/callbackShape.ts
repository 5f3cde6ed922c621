import type { SkillContext, SkillEvent } from "#sdk";

const shout = (text: string, times = 2): string => text.repeat(times);

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(event.idn.split(" ").map(shout).join(" ")); // <- here
}
