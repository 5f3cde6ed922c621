import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  const urls = ["https://example.com/1"];
  for (const url of urls) {
    const answer = await ctx.send({ method: "GET", url, body: "", authorization: "none" });
    if (answer.body !== "") {
      urls.push(answer.body); // <- here
    }
  }
  ctx.log(`${urls.length}`);
}
