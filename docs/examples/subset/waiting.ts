/**
 * One request
 *
 * `await ctx.send(request)` ends the skill. The answer starts the second half, which finds the variables it
 * needs in a frame kept meanwhile.
 *
 * @run {"input": {"idn": "ask", "arguments": {"name": "Ann"}}, "responses": [{"status": 200, "body": "{}"}]}
 * @run {"input": {"idn": "ask", "arguments": {}}, "responses": [{"status": 0, "body": ""}]}
 */
import { asText, property } from "#sdk";
import type { SkillContext, SkillEvent } from "#sdk";

export async function main(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const name = asText(property(event.arguments, "name"));
  const url = "https://salon.example/clients";
  const answer = await ctx.send({ method: "GET", url, body: "", authorization: "partner" });
  ctx.sendSystemEvent("say", { text: answer.status === 200 ? `Found, ${name}.` : "No answer." });
}
