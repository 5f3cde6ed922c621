/** The model as the tool caller: which tools the agent has just promised. */
import {
  agentTools,
  firingTools as firing,
  toolsPrompt,
  type Judgement,
  type MemoryMessage,
  type Sandbox,
} from "../../sandbox/platform/index.ts";
import type { Question } from "../model/model.ts";

/** The question core asks after each message of the agent's; null when there is no tool. */
export function toolsQuestion({ account }: Sandbox, memory: readonly MemoryMessage[]) {
  const tools = agentTools(account);
  if (tools.length === 0) {
    return null;
  }
  const { system, user, schema } = toolsPrompt(tools, memory);
  return {
    role: "tools",
    messages: [
      { role: "system", content: system },
      { role: "user", content: user },
    ],
    schema,
  } as const satisfies Question;
}

/** The tools that fire. */
export function firingTools({ account }: Sandbox, judgement: Judgement): string[] {
  return firing(agentTools(account), judgement);
}
