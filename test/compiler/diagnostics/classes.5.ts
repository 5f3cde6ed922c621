import type { SkillContext, SkillEvent } from "#sdk";

class Box<T> {
  private readonly values: T[] = [];
  static of<U>(values: readonly U[]): Box<U> { // <- here
    const box = new Box<U>();
    values.forEach((value) => box.put(value));
    return box;
  }
  put(value: T): void {
    this.values.push(value);
  }
  get size(): number {
    return this.values.length;
  }
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  ctx.log(String(Box.of([event.idn]).size));
}
