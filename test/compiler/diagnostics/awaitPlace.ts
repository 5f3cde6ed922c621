import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  if ((await ctx.send({ method: "GET", url: "https://example.com", body: "", authorization: "none" })).status === 200) { // <- here
    ctx.log("It answers.");
  }
}
