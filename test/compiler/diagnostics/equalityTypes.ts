import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const [left, right] = [event.idn.split(" "), event.connectorIdn.split(" ")];
  if (left === right) { // <- here
    ctx.log("The same list?");
  }
}
