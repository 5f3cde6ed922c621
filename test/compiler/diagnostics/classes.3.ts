import type { SkillContext, SkillEvent } from "#sdk";

class Box<T> { // <- here
  constructor(readonly value: T) {}
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const box = new Box<string>(event.idn);
  ctx.log(box.value);
}
