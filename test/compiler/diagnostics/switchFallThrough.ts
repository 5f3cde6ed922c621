import type { SkillContext, SkillEvent } from "../../../module/sdk/index.ts";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  switch (event.idn) {
    case "book_slot": // <- here
      if (event.connectorIdn === "system") {
        ctx.log("From the agent.");
        break;
      } else {
        ctx.log("From elsewhere.");
        break;
      }
    default:
      ctx.log("Something else.");
  }
}
