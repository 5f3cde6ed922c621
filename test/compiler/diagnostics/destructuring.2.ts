import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const { idn, ...others } = event; // <- here
  ctx.log(`${idn} ${others.connectorIdn}`);
}
