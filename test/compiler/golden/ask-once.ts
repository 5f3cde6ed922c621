/**
 * Ask once
 *
 * One request: what follows the `await` is a segment that takes over only what it needs.
 *
 * @run {"input": {"arguments": {"id": "7", "note": "soon"}}, "responses": [{"status": 200, "body": "{\"title\": \"Cut\"}"}]}
 * @run {"input": {"arguments": {}}, "responses": [{"status": 500, "body": ""}]}
 */
import { asText, parseJson, property } from "#sdk";
import type { SkillContext, SkillEvent } from "#sdk";

export async function main(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const id = asText(property(event.arguments, "id"));
  const note = asText(property(event.arguments, "note"));
  ctx.log(`asking for ${id}`);
  const url = `https://salon.example/services/${id}`;
  const answer = await ctx.send({ method: "GET", url, body: "", authorization: "user" });
  if (answer.status !== 200) {
    ctx.sendSystemEvent("say", { text: "No answer." });
    return;
  }
  const title = asText(property(parseJson(answer.body).value, "title"));
  ctx.sendSystemEvent("say", { text: `${title}, ${note}` });
}
