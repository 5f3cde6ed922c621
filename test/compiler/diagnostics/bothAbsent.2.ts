import type { SkillContext, SkillEvent } from "#sdk";

function describe(phone: string | null | undefined): string {
  switch (phone) {
    case undefined: // <- here
      return "not asked";
    default:
      return phone ?? "no phone";
  }
}

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  ctx.log(describe(null));
}
