import type { SkillContext, SkillEvent } from "#sdk";

function parseJson(text: string): string { // <- here
  const line = `Not the SDK's: ${text}`;
  return line;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(parseJson(event.idn));
  ctx.generate("Write a greeting.", {});
}
