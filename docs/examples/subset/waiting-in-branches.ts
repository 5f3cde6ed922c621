/**
 * In a branch
 *
 * `await` inside a branch. Where the ways meet again a segment of its own begins.
 *
 * @run {"input": null, "attributes": {"customer": {"salon": ""}}, "responses": [{"status": 200, "body": "Berlin"}]}
 * @run {"input": null, "attributes": {"customer": {"salon": "Munich"}}}
 */
import type { SkillContext } from "#sdk";

export async function main(ctx: SkillContext): Promise<void> {
  let salon = ctx.getCustomerAttribute("salon");
  if (salon === "") {
    const url = "https://salon.example/default";
    const answer = await ctx.send({ method: "GET", url, body: "", authorization: "none" });
    salon = answer.body;
  }
  ctx.sendSystemEvent("say", { text: `You called ${salon}.` });
}
