import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  const request = { method: "GET", url: "https://example.com", body: "", authorization: "none" } as const;
  const answer = await Promise.race([ctx.send(request), ctx.send(request)]); // <- here
  ctx.log(answer.body);
}
