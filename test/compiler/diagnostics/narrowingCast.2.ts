import type { SkillContext, SkillEvent } from "#sdk";

interface Visit {
  readonly day: string;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const visit = event.arguments as unknown as Visit; // <- here
  ctx.log(visit.day);
}
