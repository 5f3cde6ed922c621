/**
 * Side by side
 *
 * `Promise.all` of calls that are listed, or of `list.map((item) => ...)`. They are sent one after the
 * other, each once the one before is answered. So nothing may be done before each has sent its request,
 * and nothing read that the others change.
 *
 * @run {"input": ["1", "2"], "responses": [{"status": 200, "body": "Cut"}, {"status": 404, "body": ""}]}
 * @run {"input": []}
 */
import type { SkillContext } from "#sdk";

export async function main(ctx: SkillContext, ids: string[]): Promise<string> {
  const titles = await Promise.all(
    ids.map(async (id) => {
      const url = `https://salon.example/services/${id}`;
      const answer = await ctx.send({ method: "GET", url, body: "", authorization: "none" });
      return answer.status === 200 ? answer.body : "nothing";
    }),
  );
  return titles.join(" and ");
}
