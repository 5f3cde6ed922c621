import { readFileSync } from "node:fs"; // <- here
import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(readFileSync(event.idn, "utf8"));
}
