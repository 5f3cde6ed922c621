import type { SkillContext, SkillEvent } from "#sdk";

const seen: string[] = [];

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  seen.push(event.idn); // <- here
  ctx.log("Seen.");
}
