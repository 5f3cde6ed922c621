import { asText } from "../../../module/sdk/index.ts";
import type { JsonValue, SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const data: JsonValue = JSON.parse(event.idn); // <- here
  ctx.log(asText(data));
}
