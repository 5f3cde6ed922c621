import type { SkillContext, SkillEvent } from "#sdk";

class Notes {
  readonly #known = new Map<string, string | null>();
  put(key: string): void {
    this.#known.set(key, key === "" ? null : key);
  }
  told(key: string): string {
    const found = this.#known.get(key);
    return found === undefined ? "none" : "known"; // <- here
  }
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const notes = new Notes();
  notes.put(event.idn);
  ctx.log(notes.told(event.idn));
}
