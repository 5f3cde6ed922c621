import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

async function linesOf(ctx: SkillContext): Promise<readonly string[]> {
  const answer = await ctx.send({ method: "GET", url: "https://example.com", body: "", authorization: "none" });
  return answer.body.split("\n");
}

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  for (const line of await linesOf(ctx)) { // <- here
    ctx.log(line);
  }
}
