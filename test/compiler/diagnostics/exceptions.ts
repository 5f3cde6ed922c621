import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  try {
    ["a", event.idn].findIndex((part) => {
      throw new Error(part); // <- here
    });
  } catch {
    ctx.log("failed");
  }
}
