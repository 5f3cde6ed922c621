/** One message of the agent's, and what it promises in it. */
import type { Judgement, Sandbox } from "../sandbox/platform/index.ts";
import { talkBrain } from "./brain.ts";
import { askFor } from "./model/ask-for.ts";
import type { Model } from "./model/model.ts";
import { agentQuestion, type AgentScene } from "./prompts/agent.ts";
import { firingTools, toolsQuestion } from "./prompts/tools.ts";

/** What the agent says, and the tools that fire for it. */
export interface AgentTurn {
  readonly message: string;
  readonly tools: readonly string[];
}

/** Has the model speak, then judge what it has promised, as core does. Nothing is remembered or fired. @throws ModelError */
export async function agentTurn(model: Model, scene: AgentScene): Promise<AgentTurn> {
  const { sandbox, memory } = scene;
  const { text } = await model.ask(agentQuestion(scene));
  const message = text.trim();
  const question = toolsQuestion(sandbox, [...memory, { from: "agent", text: message }]);
  const tools = question === null ? [] : firingTools(sandbox, (await askFor(model, question)) as Judgement);
  return { message, tools };
}

/** A model that answers skills and speaks as the agent, for whoever else plays the caller. */
export function realModel(model: Model) {
  const brain = talkBrain();
  brain.use(model);
  return {
    name: model.name,
    brain,
    /** Says the next message. @param scene `now` in milliseconds since the epoch @throws ModelError */
    speak: ({
      integration,
      caller,
      now,
      ...scene
    }: Omit<AgentScene, "talk" | "moment"> & AgentScene["talk"] & { readonly now: number }) =>
      agentTurn(model, {
        ...scene,
        talk: { integration, caller },
        moment: momentOf(scene.sandbox, now),
      }),
  };
}

/** `Monday, October 19, 2026 at 10:00` on the account's clock, UTC where it has none. @param now milliseconds since the epoch */
export function momentOf(sandbox: Sandbox, now: number): string {
  const timeZone = sandbox.getAttribute("project_business_time_zone").trim() || "UTC";
  const form = { dateStyle: "full", timeStyle: "short", hourCycle: "h23", timeZone } as const;
  return new Intl.DateTimeFormat("en-US", form).format(new Date(now));
}
