import { asText } from "#sdk";
import type { JsonValue, SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const data: JsonValue = JSON.parse(event.idn); // <- here
  ctx.log(asText(data));
}
