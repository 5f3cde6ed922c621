import type { SkillContext, SkillEvent } from "#sdk";

declare function shout(text: string): string;

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(shout(event.idn)); // <- here
}
