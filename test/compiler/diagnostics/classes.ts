import type { SkillContext, SkillEvent } from "#sdk";

class Visit {
  constructor(public day: string) {}
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const visit = new Visit(event.idn);
  ctx.log(JSON.stringify(visit)); // <- here
}
