import { asText } from "#sdk";
import type { JsonValue, SkillContext, SkillEvent } from "#sdk";

function orEmpty(value: JsonValue): string {
  const known = value || "nothing"; // <- here
  return asText(known);
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(orEmpty(event.arguments));
}
