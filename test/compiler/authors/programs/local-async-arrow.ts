// @run {"input":["1","2"],"responses":[{"status":200,"body":"A"},{"status":200,"body":"B"}]}
import type { SkillContext } from "#sdk";

export async function main(ctx: SkillContext, ids: string[]): Promise<string[]> {
  const load = async (id: string) => {
    const res = await ctx.send({ method: "GET", url: "https://api.example/visits/" + id, body: "", authorization: "none" });
    return res.body;
  };
  const result: string[] = [];
  for (const id of ids) {
    result.push(await load(id));
  }
  return result;
}
