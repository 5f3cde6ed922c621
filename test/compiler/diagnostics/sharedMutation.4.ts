import type { SkillContext, SkillEvent } from "#sdk";

function wrap(times: readonly string[]): { readonly times: readonly string[] } {
  const kept = { times };
  return kept;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const times: string[] = [];
  const offers: { readonly times: readonly string[] }[] = [];
  for (const word of event.idn.split(" ")) {
    times.push(word); // <- here
    offers.push(wrap(times));
  }
  ctx.log(JSON.stringify(offers));
}
