import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  const request = { method: "GET", url: "https://example.com", body: "", authorization: "none" } as const;
  const answers = await Promise.all([request].map((entry) => ctx.send(entry))); // <- here
  ctx.log(`${answers.length}`);
}
