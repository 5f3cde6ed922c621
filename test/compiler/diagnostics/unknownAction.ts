import type { SkillEvent } from "#sdk";

interface SkillContext {
  log(message: string): void;
  shout(message: string): void;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.shout(event.idn); // <- here
}
