import { asObject, property } from "#sdk";
import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const given = asObject(property(event.arguments, "payload"));
  ctx.log(JSON.stringify({ ...given, source: "agent" })); // <- here
}
