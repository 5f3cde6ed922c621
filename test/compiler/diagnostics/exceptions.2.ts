import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  throw event.idn; // <- here
}
