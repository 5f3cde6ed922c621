/**
 * Actions
 *
 * A call of `ctx` becomes one action of the platform. What reads gives "" when there is nothing.
 *
 * @run {"input": null, "attributes": {"customer": {"salon_name": "Berlin"}}, "user": {"name": "Ann"}}
 * @run {"input": null}
 */
import type { SkillContext } from "#sdk";

export function main(ctx: SkillContext): void {
  const salon = ctx.getCustomerAttribute("salon_name");
  if (salon === "") {
    ctx.log("the salon has no name");
    return;
  }
  ctx.setPersonaAttribute("last_salon", salon);
  ctx.sendSystemEvent("say", { text: `${ctx.getUser("name")}, welcome to ${salon}` });
}
