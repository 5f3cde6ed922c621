import type { SkillContext, SkillEvent } from "#sdk";

class Box<T> {
  constructor(readonly value: T) {}
}

function valueOf<T>(box: Box<T>): T { // <- here
  return box.value;
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(valueOf(new Box<string>(event.idn)));
}
