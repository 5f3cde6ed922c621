import type { SkillContext, SkillEvent } from "#sdk";

const greetings = ["Hello"];
greetings.push("Good morning"); // <- here

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  ctx.log(greetings.join(", "));
}
