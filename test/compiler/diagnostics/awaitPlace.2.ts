import type { SkillContext, SkillEvent } from "#sdk";

async function statusOf(ctx: SkillContext): Promise<string> {
  const answer = await ctx.send({ method: "GET", url: "https://example.com", body: "", authorization: "none" });
  return `${answer.status}`;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const parts = event.idn === "" ? null : event.idn.split(",");
  ctx.log(parts?.concat([await statusOf(ctx)]).join(" ") ?? "none"); // <- here
}
