/**
 * Notify
 *
 * Actions of the platform; a helper that is called twice is one skill.
 *
 * @run {"input": null, "attributes": {"customer": {"salon": "Berlin"}}, "user": {"name": "Ann", "phone": "+491"}}
 * @run {"input": null, "user": null}
 */
import type { SkillContext } from "#sdk";

function say(ctx: SkillContext, text: string, mood = "calm"): void {
  if (text !== "") {
    ctx.sendSystemEvent("say", { text, mood });
  }
}

export function main(ctx: SkillContext): void {
  const salon = ctx.getCustomerAttribute("salon");
  const name = ctx.getUser("name");
  say(ctx, name === "" ? "" : `Hello ${name}`);
  say(ctx, `This is ${salon}`, "cheerful");
  ctx.setPersonaAttribute("greeted", "yes");
}
