/**
 * Ask through a helper
 *
 * An async function that is awaited twice is emitted once; its frame keeps its caller's.
 *
 * @run {"input": null, "responses": [{"status": 200, "body": "Berlin"}, {"status": 200, "body": "Munich"}]}
 * @run {"input": null, "responses": [{"status": 200, "body": "Berlin"}, {"status": 0, "body": ""}]}
 */
import type { SkillContext } from "#sdk";

async function fetchText(ctx: SkillContext, path: string): Promise<string> {
  const url = `https://salon.example/${path}`;
  const answer = await ctx.send({ method: "GET", url, body: "", authorization: "none" });
  return answer.status === 200 ? answer.body : "";
}

export async function main(ctx: SkillContext): Promise<void> {
  const first = await fetchText(ctx, "first");
  const second = await fetchText(ctx, "second");
  ctx.log(`${first} and ${second}`);
}
