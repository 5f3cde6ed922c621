// @run {"input":"job1","responses":[{"status":200,"body":"pending"},{"status":200,"body":"pending"},{"status":200,"body":"ready"}]}
import type { SkillContext } from "#sdk";

export async function main(ctx: SkillContext, job: string): Promise<string> {
  for (let i = 0; ; i++) {
    const res = await ctx.send({ method: "GET", url: `https://api.example/jobs/${job}`, body: "", authorization: "none" });
    if (res.body !== "pending") {
      return `${res.body} after ${i + 1} tries`;
    }
    if (i >= 5) {
      return "timeout";
    }
  }
}
