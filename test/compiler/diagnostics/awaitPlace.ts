import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const request = { method: "GET", url: "https://example.com", body: "", authorization: "none" } as const;
  ctx.log(`${ctx.getCustomerAttribute("greeting")} ${(await ctx.send(request)).body}`); // <- here
}
