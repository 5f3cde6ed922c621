// @run {"input":null,"responses":[{"status":200,"body":"{\"items\":[\"a\",\"b\"],\"next\":2}"},{"status":200,"body":"{\"items\":[\"c\"],\"next\":null}"}]}
import type { SkillContext } from "#sdk";

interface Page { items: string[]; next: number | null }

export async function main(ctx: SkillContext): Promise<string[]> {
  const all: string[] = [];
  let page: number | null = 1;
  do {
    const res = await ctx.send({ method: "GET", url: `https://api.example/list?page=${page}`, body: "", authorization: "none" });
    const data = JSON.parse(res.body) as Page;
    all.push(...data.items);
    page = data.next;
  } while (page !== null);
  return all;
}
