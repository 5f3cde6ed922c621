/** `new conversation`: one exchange, with what it comes to now. */
import type { Drafts } from "./drafts.ts";
import type { PartName } from "./part-name.ts";
import { renderNew } from "./render-template.ts";
import type { Planned, Surroundings } from "./surroundings.ts";

/** The exchange. */
interface Exchange {
  /** Idn of the tool that fires. */
  readonly tool: string;
  /** What the agent says, so that it does. */
  readonly agent: string;
  /** What the instruction to the agent holds. */
  readonly answer: string;
}

/** The conversation as YAML. */
export function conversationText(name: PartName, exchange: Exchange): string {
  return renderNew("conversation.yaml", {
    ...name,
    ...exchange,
    message: `It is about this: ${name.words}.`,
  });
}

/** Plans the file, which is a test itself. @throws NewError */
export function planConversation(
  drafts: Drafts,
  name: PartName,
  around: Surroundings,
  exchange: Exchange,
): Planned {
  const file = `${around.conversations}/${name.file}.yaml`;
  drafts.create(file, conversationText(name, exchange));
  return { test: { runner: "conversation run", file } };
}
