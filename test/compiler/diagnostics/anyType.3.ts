import { parseJson } from "#sdk";
import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const value = parseJson(event.idn).value;
  if (Array.isArray(value)) {
    ctx.log(value.map((item) => JSON.stringify(item)).join(" ")); // <- here
  }
}
