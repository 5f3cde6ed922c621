import type { SkillContext, SkillEvent } from "#sdk";

function required(text: string): string {
  if (text === "") {
    throw new Error("missing"); // <- here
  }
  return text;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(required(event.idn));
}
