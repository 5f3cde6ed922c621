import type { SkillContext, SkillEvent } from "#sdk";

async function ask(ctx: SkillContext, url: string | null = "https://example.com"): Promise<string> { // <- here
  const answer = await ctx.send({ method: "GET", url: url ?? "", body: "", authorization: "none" });
  return answer.body;
}

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  const body = await ask(ctx);
  ctx.log(body);
}
