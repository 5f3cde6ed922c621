import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  var answer = await ctx.send({ method: "GET", url: "https://example.com", body: "", authorization: "none" }); // <- here
  ctx.log(answer.body);
}
