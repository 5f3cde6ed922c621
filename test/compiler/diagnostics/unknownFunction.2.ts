import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

declare function shout(text: string): string;

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(shout(event.idn)); // <- here
}
