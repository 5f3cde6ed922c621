import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  enum Channel { // <- here
    Phone = "phone",
  }
  ctx.log("No enum inside a function either.");
}
