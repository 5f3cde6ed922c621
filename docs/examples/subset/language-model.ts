/**
 * The language model
 *
 * `ctx.generate` lets the language model fill a JSON schema; null when it gave nothing usable.
 *
 * @run {"input": null, "memory": [{"from": "user", "text": "A haircut tomorrow"}], "generated": [{"service": "haircut"}]}
 * @run {"input": null, "generated": []}
 */
import { asText, property } from "#sdk";
import type { SkillContext } from "#sdk";

const wishSchema = { type: "object", properties: { service: { type: "string" } } } as const;

export function main(ctx: SkillContext): string {
  const said = ctx.getMemory(10);
  const wish = ctx.generate(`Which service does the caller want? ${said}`, wishSchema);
  return asText(property(wish, "service"));
}
