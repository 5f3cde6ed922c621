import { parseJson } from "#sdk";
import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const value = parseJson(event.idn).value;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    ctx.log(Object.keys(value).join(" ")); // <- here
  }
}
