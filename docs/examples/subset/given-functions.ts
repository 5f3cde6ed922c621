/**
 * With functions
 *
 * An async function may be given functions, and one with a name may stand inside of another: each is
 * written in place of its calls.
 *
 * @run {"input": "cut", "responses": [{"status": 500, "body": ""}, {"status": 200, "body": "free"}]}
 * @run {"input": "cut", "responses": []}
 */
import type { HttpResult, SkillContext } from "#sdk";

async function retry(work: () => Promise<HttpResult>, times: number): Promise<string | null> {
  for (let attempt = 0; attempt < times; attempt += 1) {
    const answer = await work();
    if (answer.status === 200) {
      return answer.body;
    }
  }
  return null;
}

export async function main(ctx: SkillContext, service: string): Promise<string> {
  const url = `https://salon.example/${service}`;
  const found = await retry(() => ctx.send({ method: "GET", url, body: "", authorization: "none" }), 2);
  return found ?? "nobody answers";
}
