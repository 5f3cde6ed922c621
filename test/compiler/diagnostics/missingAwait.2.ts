import type { SkillContext, SkillEvent } from "#sdk";

async function report(ctx: SkillContext, text: string): Promise<void> {
  await ctx.send({ method: "POST", url: "https://example.com", body: text, authorization: "none" });
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  report(ctx, event.idn); // <- here
}
