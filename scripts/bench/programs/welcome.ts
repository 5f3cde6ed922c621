/**
 * Read an attribute and answer.
 *
 * @run {"input": null, "attributes": {"customer": {"business_name": "Salon Rose"}}}
 * @run {"input": null, "attributes": {"customer": {"business_name": "Salon Rose", "welcome_mode": "formal"}}}
 * @run {"input": null}
 * @run {"input": null, "attributes": {"customer": {"welcome_mode": "off"}}}
 */
import type { SkillContext } from "#sdk";

export function main(ctx: SkillContext): void {
  const name = ctx.getCustomerAttribute("business_name");
  const mode = ctx.getCustomerAttribute("welcome_mode");
  if (mode === "off") {
    return;
  }
  const greeting = mode === "formal" ? "Good day" : "Hi";
  const text = name === "" ? `${greeting}, how can I help?` : `${greeting}, this is ${name}. How can I help?`;
  ctx.sendSystemEvent("urgent_message", { text });
}
