import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  switch (event.idn) {
    case "book_slot": // <- here
      switch (event.connectorIdn) {
        case "system":
          return;
        default:
          return;
      }
    default:
      ctx.log("Something else.");
  }
}
