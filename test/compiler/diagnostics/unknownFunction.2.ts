import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

const shout = (text: string): string => `${text}!`;

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(shout(event.idn)); // <- here
}
