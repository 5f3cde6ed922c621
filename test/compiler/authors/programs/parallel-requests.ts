// @run {"input":null,"responses":[{"status":200,"body":"A"},{"status":200,"body":"B"}]}
import type { SkillContext } from "#sdk";

export async function main(ctx: SkillContext): Promise<string> {
  const [services, staff] = await Promise.all([
    ctx.send({ method: "GET", url: "https://api.example/services", body: "", authorization: "none" }),
    ctx.send({ method: "GET", url: "https://api.example/staff", body: "", authorization: "none" }),
  ]);
  return services.body + staff.body;
}
