import type { SkillContext, SkillEvent } from "#sdk";

function negative(price: number | bigint): string {
  const changed = -price; // <- here
  return typeof changed === "number" ? "a number" : "another";
}

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  ctx.log(negative(5));
}
