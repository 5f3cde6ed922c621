/**
 * Your first handler
 *
 * It asks a web address for a greeting and has it said.
 *
 * @run {"input": {"idn": "greet", "integrationIdn": "", "connectorIdn": "", "arguments": {"name": "Ann"}}, "responses": [{"status": 200, "body": "{\"greeting\": \"Hello\"}"}]}
 * @run {"input": {"idn": "greet", "integrationIdn": "", "connectorIdn": "", "arguments": {"name": "Ann"}}, "responses": [{"status": 503, "body": "<html>busy</html>"}]}
 */
import { asText, parseJson, property } from "#sdk";
import type { SkillContext, SkillEvent } from "#sdk";

export async function main(ctx: SkillContext, event: SkillEvent): Promise<void> {
  const url = "https://greetings.example/today";
  const answer = await ctx.send({ method: "GET", url, body: "", authorization: "none" });
  const greeting = asText(property(parseJson(answer.body).value, "greeting"));
  const text = answer.status === 200 && greeting !== "" ? greeting : "Good day";
  const name = asText(property(event.arguments, "name"));
  ctx.sendSystemEvent("say", { text: `${text}, ${name}.` });
}
