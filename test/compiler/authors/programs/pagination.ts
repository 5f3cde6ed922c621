// @run {"input":{"limit":10},"responses":[{"status":200,"body":"{\"data\":[{\"id\":1,\"name\":\"A\"},{\"id\":2,\"name\":\"B\"}],\"meta\":{\"page\":1,\"pages\":2}}"},{"status":200,"body":"{\"data\":[{\"id\":3,\"name\":\"C\"}],\"meta\":{\"page\":2,\"pages\":2}}"}]}
// @run {"input":{"limit":1},"responses":[{"status":200,"body":"{\"data\":[{\"id\":1,\"name\":\"A\"},{\"id\":2,\"name\":\"B\"}],\"meta\":{\"page\":1,\"pages\":2}}"}]}
// @run {"input":{"limit":10},"responses":[{"status":500,"body":""}]}
import type { SkillContext } from "#sdk";

interface Client {
  id: number;
  name: string;
}

interface Page {
  data: Client[];
  meta: { page: number; pages: number };
}

async function getPage(ctx: SkillContext, page: number): Promise<Page> {
  const response = await ctx.send({
    method: "GET",
    url: `https://api.example/clients?page=${page}&count=2`,
    body: "",
    authorization: "none",
  });
  if (response.status !== 200) {
    throw new Error(`Page ${page} failed: ${response.status}`);
  }
  return JSON.parse(response.body) as Page;
}

export async function main(ctx: SkillContext, { limit }: { limit: number }) {
  const clients: Client[] = [];
  try {
    let page = 1;
    while (clients.length < limit) {
      const { data, meta } = await getPage(ctx, page);
      clients.push(...data);
      if (meta.page >= meta.pages) break;
      page += 1;
    }
  } catch (error) {
    ctx.log(error instanceof Error ? error.message : "unknown error");
    return { ok: false, names: [] };
  }
  return { ok: true, names: clients.slice(0, limit).map((client) => client.name) };
}
