/**
 * Waiting in an expression
 *
 * What is awaited is computed before the statement it stands in, in the order of JavaScript; a side of a choice
 * waits only when it is chosen.
 *
 * @run {"input": "Ann", "responses": [{"status": 200, "body": "7"}, {"status": 200, "body": "Good day"}]}
 * @run {"input": "", "responses": [{"status": 404, "body": ""}]}
 */
import type { HttpRequest, SkillContext } from "#sdk";

function get(path: string): HttpRequest {
  return { method: "GET", url: `https://salon.example/${path}`, body: "", authorization: "none" };
}

async function greeting(ctx: SkillContext, name: string): Promise<string> {
  return (await ctx.send(get(`greeting/${name}`))).body;
}

export async function main(ctx: SkillContext, name: string): Promise<string> {
  if ((await ctx.send(get("open"))).status !== 200) {
    return "closed";
  }
  const text = name === "" ? "Hello" : await greeting(ctx, name);
  return `${text}, ${name}`;
}
