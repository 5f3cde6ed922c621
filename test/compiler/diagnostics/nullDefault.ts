import type { SkillContext, SkillEvent } from "#sdk";

function greeting(name: string | null = "guest"): string { // <- here
  const known = name ?? "nobody";
  return `Hello ${known}`;
}

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  ctx.log(greeting(null));
}
