import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  switch (true) { // <- here
    case event.idn === "a":
      ctx.log("a");
      break;
    default:
      ctx.log("other");
  }
}
