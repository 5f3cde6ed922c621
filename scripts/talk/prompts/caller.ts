/** The model as the caller. */
import type { MemoryMessage } from "../../sandbox/platform/index.ts";
import type { Question } from "../model/model.ts";
import type { Talk } from "../talk.ts";
import { conversationText, isCall } from "./conversation.ts";

/** What the caller does in a turn. */
export interface CallerTurn {
  readonly says: string;
  /** Nothing is said after it. */
  readonly hangs_up: boolean;
}

const schema = {
  type: "object",
  properties: {
    says: { type: "string", minLength: 1, description: "What you say next, and nothing else." },
    hangs_up: { type: "boolean", description: "True when you have nothing to say after this." },
  },
  required: ["says", "hangs_up"],
  additionalProperties: false,
} as const;

/** @param moment what time it is, in words */
export function callerQuestion(talk: Talk, memory: readonly MemoryMessage[], moment: string) {
  const { persona, goal, integration, caller } = talk;
  const channel = isCall(integration)
    ? `You are calling a business on the phone, from the number ${caller}. It is spoken: no lists, no emojis.`
    : "You are writing to a business in a chat.";
  const content = `You play a person who talks to the assistant of a business. ${channel}
It is ${moment}.

Who you are and how you speak:
${persona}

What you want and what you know:
${goal}

Stay this person. Say one thing at a time, as people do. Know only what stands here and what you are told; where you are asked for something that does not stand here, say that you do not mind, or do not know. Agree to nothing you do not want. When you have what you want, or when it is clear that you will not get it, say goodbye and hang up.`;
  return {
    role: "caller",
    messages: [
      { role: "system", content },
      {
        role: "user",
        content: `What was said so far:\n${conversationText(memory, "Assistant", "You")}\n\nWhat do you say next?`,
      },
    ],
    schema,
  } as const satisfies Question;
}
