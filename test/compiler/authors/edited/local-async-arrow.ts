// @run {"input":["1","2"],"responses":[{"status":200,"body":"A"},{"status":200,"body":"B"}]}
// @advice async function load
import type { SkillContext } from "#sdk";

async function load(ctx: SkillContext, id: string): Promise<string> {
  const res = await ctx.send({ method: "GET", url: "https://api.example/visits/" + id, body: "", authorization: "none" });
  return res.body;
}

export async function main(ctx: SkillContext, ids: string[]): Promise<string[]> {
  const result: string[] = [];
  for (const id of ids) {
    const body = await load(ctx, id);
    result.push(body);
  }
  return result;
}
