/** What was said so far, as prompts show it. */
import type { MemoryMessage } from "../../sandbox/platform/index.ts";

/** One message a line; a word for nothing. */
export function conversationText(memory: readonly MemoryMessage[], agent: string, caller: string): string {
  const lines = memory.map(({ from, text }) => `${from === "agent" ? agent : caller}: ${text}`);
  return lines.length === 0 ? "(nothing yet)" : lines.join("\n");
}

/** Whether the channel is one on which people speak. */
export function isCall(integration: string): boolean {
  return ["newo_voice", "vapi"].includes(integration);
}
