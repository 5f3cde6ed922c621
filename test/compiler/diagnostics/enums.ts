import type { SkillContext, SkillEvent } from "#sdk";

enum Channel {
  Phone = "phone",
  Chat = "chat",
}

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  ctx.log(Channel.Phone); // <- here
}
