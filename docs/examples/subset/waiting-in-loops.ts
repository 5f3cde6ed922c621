/**
 * In a loop
 *
 * `await` inside a loop: the list and the position in it are kept with the other variables.
 *
 * @run {"input": null, "responses": [{"status": 200, "body": ""}, {"status": 500, "body": ""}, {"status": 200, "body": ""}]}
 * @run {"input": null, "responses": [{"status": 0, "body": ""}, {"status": 0, "body": ""}, {"status": 0, "body": ""}]}
 */
import type { SkillContext } from "#sdk";

const pages = ["services", "staff", "hours"] as const;

export async function main(ctx: SkillContext): Promise<void> {
  let found = 0;
  for (const page of pages) {
    const url = `https://salon.example/${page}`;
    const answer = await ctx.send({ method: "GET", url, body: "", authorization: "none" });
    if (answer.status === 200) {
      found += 1;
    }
  }
  ctx.log(`${found} of ${pages.length}`);
}
