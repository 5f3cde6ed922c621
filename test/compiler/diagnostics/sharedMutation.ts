import type { SkillContext, SkillEvent } from "#sdk";

function offer(times: readonly string[]): { readonly times: readonly string[] } {
  const kept = { times };
  return kept;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const times = ["10:00"];
  const first = offer(times);
  times.push(event.idn); // <- here
  ctx.log(first.times.join());
}
