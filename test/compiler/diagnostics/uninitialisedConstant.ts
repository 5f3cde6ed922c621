import type { SkillContext, SkillEvent } from "#sdk";

let calls = 0;

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  calls += 1; // <- here
  ctx.log(event.idn);
}
