import { readFileSync } from "node:fs"; // <- here
import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(readFileSync(event.idn, "utf8"));
}
