import { asObject, property } from "../../../module/sdk/index.ts";
import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const given = asObject(property(event.arguments, "payload"));
  ctx.log(JSON.stringify({ ...given, source: "agent" })); // <- here
}
