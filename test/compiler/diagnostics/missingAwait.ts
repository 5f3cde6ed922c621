import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  ctx.send({ method: "POST", url: "https://example.com", body: "{}", authorization: "none" }); // <- here
  ctx.log("Sent, but nobody waits.");
}
