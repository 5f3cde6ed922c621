import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  event.idn.split(" ").forEach(async (word) => { // <- here
    await ctx.send({ method: "POST", url: "https://example.com", body: word, authorization: "none" });
  });
}
