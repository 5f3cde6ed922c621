import type { SkillContext, SkillEvent } from "#sdk";

async function titleOf(ctx: SkillContext): Promise<string> {
  const answer = await ctx.send({ method: "GET", url: "https://example.com", body: "", authorization: "none" });
  return answer.body;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const options: { readonly title?: string } = event.idn === "" ? {} : { title: event.idn };
  const { title = await titleOf(ctx) } = options; // <- here
  ctx.log(title);
}
