import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  let count = 1;
  ctx.log(`${event.idn.split(" ").join()} ${(count += 1)}`); // <- here
}
