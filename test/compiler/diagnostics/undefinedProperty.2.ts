import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const found = event.idn.split(" ").find((word) => word.startsWith("2"));
  const text: string | undefined = JSON.stringify(found); // <- here
  ctx.log(text ?? "");
}
