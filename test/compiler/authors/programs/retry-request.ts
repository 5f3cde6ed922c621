// @run {"input":"visits","responses":[{"status":500,"body":""},{"status":503,"body":""},{"status":200,"body":"ok"}]}
// @run {"input":"visits","responses":[{"status":500,"body":""},{"status":500,"body":""},{"status":500,"body":""}]}
import type { SkillContext } from "#sdk";

export async function main(ctx: SkillContext, path: string): Promise<string> {
  let attempts = 0;
  while (attempts < 3) {
    const res = await ctx.send({ method: "GET", url: `https://api.example/${path}`, body: "", authorization: "none" });
    if (res.status === 200) {
      return res.body;
    }
    attempts++;
    ctx.log("attempt " + attempts + " failed");
  }
  return "gave up";
}
