/** The model as the agent: what core gives it, as far as that is known. */
import type { Sandbox } from "../../sandbox/platform/index.ts";
import { instructionAttribute, userDataEvent } from "../../sdk/contract.ts";
import type { MemoryMessage } from "../../sandbox/platform/index.ts";
import type { Question } from "../model/model.ts";
import type { Talk } from "../talk.ts";
import { conversationText, isCall } from "./conversation.ts";

/** Where the agent speaks. */
export interface AgentScene {
  readonly talk: Pick<Talk, "integration" | "caller">;
  readonly sandbox: Sandbox;
  readonly personaId: string;
  readonly memory: readonly MemoryMessage[];
  /** What time it is, in words. */
  readonly moment: string;
  /** What a tool has just told it; none when the caller has spoken. */
  readonly told: readonly string[];
}

/**
 * The prompt: the scenarios with their references filled in, what is known of the caller, the conversation, and what a
 * tool has told (docs/platform.md, "Intents and scenarios", "What the agent knows of its caller", "Speaking to the
 * caller"). It sees no tool: what it promises is judged afterwards.
 */
export function agentQuestion(scene: AgentScene): Question {
  const { talk, sandbox, memory, moment, told } = scene;
  const channel = isCall(talk.integration)
    ? "You are speaking on the phone: short sentences, no lists, no markup."
    : "You are writing in a chat: short messages.";
  const content = `You are the assistant of a business and talk to a person who turns to it. ${channel} Speak the person's language. It is ${moment}.
Find out what the person wants, start the scenario that serves it, and follow its steps one after another. You can do nothing yourself: what you promise with the words of a scenario is done for you, and its result is given to you as an instruction. Never claim a result you were not given.

<Instructions>
${filled(sandbox, sandbox.getAttribute(instructionAttribute))}
</Instructions>

<UserInformation>
${[...userInformation(scene)].join("\n")}
</UserInformation>`;
  const said = `<Conversation>\n${conversationText(memory, "Agent", "User")}\n</Conversation>`;
  const task =
    told.length === 0
      ? "Say your next message to the user, and nothing else."
      : `<Instruction>\n${told.join("\n\n")}\n</Instruction>\n\nDo what the instruction says now: pass it on in your own words, in the user's language. Write your next message, and nothing else.`;
  return {
    role: "agent",
    messages: [
      { role: "system", content },
      { role: "user", content: `${said}\n\n${task}` },
    ],
    schema: null,
  };
}

/** `[[idn]]` is the value of an attribute (docs/platform.md, "Intents and scenarios"). */
function filled(sandbox: Sandbox, text: string): string {
  return text.replace(/\[\[(\w+)\]\]/gu, (_, idn: string) => sandbox.getAttribute(idn));
}

function* userInformation({ talk, sandbox, personaId }: AgentScene): Generator<string> {
  yield /^\+\d+$/u.test(talk.caller) ? `phone: ${talk.caller}` : "phone: not known";
  const sections = new Map<string, string>();
  for (const { idn, personaId: whose, arguments: given } of sandbox.events) {
    if (idn === userDataEvent && whose === personaId) {
      sections.set(String(given["sectionName"]), String(given["sectionValue"]));
    }
  }
  for (const [name, value] of sections) {
    yield `${name}: ${value}`;
  }
}
