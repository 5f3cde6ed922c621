import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const words: (string | undefined)[] = [event.idn, undefined];
  words.sort((a, b) => (a === "last" ? 1 : b === "last" ? -1 : 0)); // <- here
  ctx.log(`${words.length}`);
}
