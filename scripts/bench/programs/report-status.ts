/**
 * Take an event, ask for a URL and report.
 *
 * @run {"input": "A7", "responses": [{"status": 200, "body": "sent"}]}
 * @run {"input": "A8", "responses": [{"status": 404, "body": "{}"}]}
 * @run {"input": "A9", "responses": [{"status": 500, "body": ""}]}
 */
import type { SkillContext } from "#sdk";

export async function main(ctx: SkillContext, order: string): Promise<string> {
  const url = `https://shop.example/orders/${order}`;
  const answer = await ctx.send({ method: "GET", url, body: "", authorization: "none" });
  if (answer.status === 404) {
    return `There is no order ${order}.`;
  }
  return answer.status === 200 ? `Order ${order}: ${answer.body}` : "The shop does not answer.";
}
