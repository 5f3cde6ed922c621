import type { SkillContext, SkillEvent } from "#sdk";

function run(name: string): string { // <- here
  const line = `Running ${name}`;
  return line;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(run(event.idn));
}
