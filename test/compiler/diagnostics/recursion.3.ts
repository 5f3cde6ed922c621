import type { SkillContext, SkillEvent } from "#sdk";

async function retry(ctx: SkillContext, left: number): Promise<number> { // <- here
  const answer = await ctx.send({ method: "GET", url: "https://example.com", body: "", authorization: "none" });
  if (answer.status === 0 && left > 0) {
    const status = await retry(ctx, left - 1);
    return status;
  }
  return answer.status;
}

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  const status = await retry(ctx, 3);
  ctx.log(`${status}`);
}
