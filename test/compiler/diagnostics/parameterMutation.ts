import type { SkillContext, SkillEvent } from "#sdk";

function addTo(names: string[], name: string): number {
  names.push(name); // <- here
  return names.length;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const names = ["first"];
  ctx.log(event.idn !== "" && addTo(names, event.idn) > 1 ? "More." : "One.");
}
