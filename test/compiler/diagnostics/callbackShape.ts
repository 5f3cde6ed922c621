import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

function shout(text: string, index: number, all: readonly string[]): string {
  return `${text}${index === all.length - 1 ? "!" : ""}`;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(event.idn.split(" ").map(shout).join(" ")); // <- here
}
