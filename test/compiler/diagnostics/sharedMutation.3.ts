import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  const visit = { days: ["monday"] };
  const days = visit.days;
  const answer = await ctx.send({ method: "GET", url: "https://example.com", body: "", authorization: "none" });
  visit.days.push(answer.body); // <- here
  ctx.log(days.join());
}
