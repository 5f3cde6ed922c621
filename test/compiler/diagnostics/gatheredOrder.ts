import type { SkillContext, SkillEvent } from "#sdk";

async function load(ctx: SkillContext, id: string): Promise<string> {
  ctx.log(id); // <- here
  const request = { method: "GET", url: `https://example.com/${id}`, body: "", authorization: "none" } as const;
  return (await ctx.send(request)).body;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const bodies = await Promise.all(event.idn.split(" ").map((id) => load(ctx, id)));
  ctx.log(bodies.join(" "));
}
