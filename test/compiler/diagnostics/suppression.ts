import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  // @ts-expect-error the event has a title on some accounts // <- here
  ctx.log(event.title);
}
