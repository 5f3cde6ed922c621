import type { SkillContext, SkillEvent } from "#sdk";

interface Visit {
  day: string;
}

function move(visits: readonly Visit[], day: string): number {
  for (const visit of visits) {
    visit.day = day; // <- here
  }
  return visits.length;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const weeks = [[{ day: "monday" }]];
  ctx.log(weeks.map((visits) => move(visits, event.idn)).join(" "));
}
