// @run {"input":null,"responses":[{"status":200,"body":"A"},{"status":200,"body":"B"}]}
// @advice = await ctx.send(
import type { SkillContext } from "#sdk";

export async function main(ctx: SkillContext): Promise<string> {
  const services = await ctx.send({ method: "GET", url: "https://api.example/services", body: "", authorization: "none" });
  const staff = await ctx.send({ method: "GET", url: "https://api.example/staff", body: "", authorization: "none" });
  return services.body + staff.body;
}
