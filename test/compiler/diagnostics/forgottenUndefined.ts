import type { SkillContext, SkillEvent } from "#sdk";

type Patch = { readonly name?: string };

function joined(record: Readonly<Record<string, string>>): string {
  return Object.values(record).join();
}

export async function handle(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const [name] = event.idn.split(" ");
  const patch: Patch = { name };
  ctx.log(joined(patch)); // <- here
}
