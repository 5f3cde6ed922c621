import type { SkillContext, SkillEvent } from "#sdk";

interface Note {
  readonly note?: string | null;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const given: Note = event.idn === "a" ? { note: null } : {};
  ctx.log(JSON.stringify({ note: given.note })); // <- here
}
