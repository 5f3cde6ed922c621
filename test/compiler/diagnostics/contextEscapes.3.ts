import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  for (let i = 0; i < event.idn.length; i += 1) {
    note(ctx, "a");
    note(ctx, "b");
  }

}

function note(ctx: SkillContext, word: string): void {
  const id = ctx.operation; // <- here
  if (id === word) {
    return;
  }
  ctx.log(word);
}
