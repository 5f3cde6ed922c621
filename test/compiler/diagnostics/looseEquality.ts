import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  if (event.idn == "book_slot") { // <- here
    ctx.log("A booking.");
  }
}
