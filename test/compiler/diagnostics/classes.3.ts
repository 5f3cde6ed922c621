import type { SkillContext, SkillEvent } from "#sdk";

class Box<T> {
  private readonly values: T[] = [];
  put(value: T): number {
    return this.values.push(value);
  }
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const box = new Box(); // <- here
  ctx.log(`${event.idn} ${box.put(event.idn)}`);
}
