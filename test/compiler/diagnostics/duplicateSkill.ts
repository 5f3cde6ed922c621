import type { SkillContext, SkillEvent } from "#sdk";

function $greet(name: string): string {
  const line = `Hello ${name}`;
  return line;
}

function greet(name: string): string { // <- here
  const line = `Good morning ${name}`;
  return line;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log($greet(event.idn));
  ctx.log(greet(event.idn));
}
