/**
 * In a function
 *
 * An async function of the module is awaited like a request; its frame keeps its caller's. It may also
 * be written as `const titleOf = async (ctx, id) => ...` at module level.
 *
 * @run {"input": null, "responses": [{"status": 200, "body": "{\"title\": \"Cut\"}"}, {"status": 200, "body": "{\"title\": \"Colour\"}"}]}
 * @run {"input": null, "responses": [{"status": 404, "body": ""}, {"status": 200, "body": "[]"}]}
 */
import { asText, parseJson, property } from "#sdk";
import type { SkillContext } from "#sdk";

async function titleOf(ctx: SkillContext, id: string): Promise<string> {
  const url = `https://salon.example/services/${id}`;
  const answer = await ctx.send({ method: "GET", url, body: "", authorization: "none" });
  return answer.status === 200 ? asText(property(parseJson(answer.body).value, "title")) : "";
}

export async function main(ctx: SkillContext): Promise<void> {
  const first = await titleOf(ctx, "7");
  const second = await titleOf(ctx, "8");
  ctx.log(`${first} and ${second}`);
}
