import type { SkillContext, SkillEvent } from "#sdk";

function titleOf(values: { readonly [name: string]: any }): string {
  const title: string = values["title"]; // <- here
  return title;
}

export async function handle(ctx: SkillContext, _event: SkillEvent): Promise<void> {
  ctx.log(titleOf({ title: "Haircut" }));
}
