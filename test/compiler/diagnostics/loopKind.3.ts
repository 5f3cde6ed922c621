import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  let status = 0;
  do { // <- here
    const answer = await ctx.send({ method: "GET", url: "https://example.com", body: "", authorization: "none" });
    status = answer.status;
  } while (status === 0);
  ctx.log("Done.");
}
