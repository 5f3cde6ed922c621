// @run {"input":{"company":5},"responses":[{"status":200,"body":"{\"data\":[{\"id\":1,\"title\":\"Cut\"}]}"},{"status":200,"body":"{\"data\":[{\"id\":9,\"name\":\"Bob\"},{\"id\":8,\"name\":\"Ann\"}]}"}]}
// @run {"input":{"company":5},"responses":[{"status":200,"body":"{\"data\":[]}"},{"status":500,"body":""}]}
import type { SkillContext } from "#sdk";

interface Envelope<T> {
  data: T[];
}

async function getList<T>(ctx: SkillContext, path: string): Promise<T[]> {
  const { status, body } = await ctx.send({
    method: "GET",
    url: `https://api.example/${path}`,
    body: "",
    authorization: "none",
  });
  if (status !== 200) return [];
  return (JSON.parse(body) as Envelope<T>).data;
}

export async function main(ctx: SkillContext, { company }: { company: number }) {
  const [services, staff] = await Promise.all([
    getList<{ id: number; title: string }>(ctx, `services/${company}`),
    getList<{ id: number; name: string }>(ctx, `staff/${company}`),
  ]);
  if (services.length === 0 || staff.length === 0) {
    return { ready: false, text: "The catalogue is empty." };
  }
  const names = staff.map(({ name }) => name).sort();
  return { ready: true, text: `${services.length} services by ${names.join(" and ")}` };
}
