/**
 * Ask until
 *
 * Requests in a loop that is left early.
 *
 * @run {"input": null, "responses": [{"status": 404, "body": ""}, {"status": 200, "body": "Berlin"}]}
 * @run {"input": null, "responses": [{"status": 404, "body": ""}, {"status": 404, "body": ""}, {"status": 0, "body": ""}]}
 */
import type { SkillContext } from "#sdk";

const hosts = ["a.example", "b.example", "c.example"] as const;

export async function main(ctx: SkillContext): Promise<void> {
  let found = "";
  for (const host of hosts) {
    const url = `https://${host}/`;
    const answer = await ctx.send({ method: "GET", url, body: "", authorization: "none" });
    if (answer.status === 200) {
      found = answer.body;
      break;
    }
  }
  ctx.log(found === "" ? "nowhere" : found);
}
