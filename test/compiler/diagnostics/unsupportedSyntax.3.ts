import type { SkillContext, SkillEvent } from "#sdk";

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  rows: for (const row of ["1", "2"]) { // <- here
    for (const seat of ["a", "b"]) {
      if (seat === "b") {
        continue rows;
      }
      ctx.log(`${row}${seat}`);
    }
  }
}
