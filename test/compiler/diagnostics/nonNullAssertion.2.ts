import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  let title!: string; // <- here
  if (event.idn === "book_slot") {
    title = "Booking";
  }
  ctx.log(title);
}
