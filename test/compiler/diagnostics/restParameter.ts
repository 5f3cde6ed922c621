import type { SkillContext, SkillEvent } from "#sdk";

function joined(...words: string[]): string { // <- here
  return words.join(" ");
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(joined("Event", event.idn));
}
