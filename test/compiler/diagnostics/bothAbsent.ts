import type { SkillContext, SkillEvent } from "#sdk";

function describe(phone: string | null | undefined): string {
  if (phone === null) { // <- here
    return "no phone";
  }
  return phone ?? "not asked";
}

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  ctx.log(describe(undefined));
}
