import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

function shout(text: string): string {
  return `${text}!`;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(event.idn.split(" ").map(shout).join(" ")); // <- here
}
