import type { SkillContext, SkillEvent } from "#sdk";

class Box<T> {
  constructor(public value: T) {}
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const boxes = [event.idn].map((idn) => new Box<string>(idn)); // <- here
  ctx.log(String(boxes.length));
}
