/** A tool as it stands among the agent's custom tools. */
import type { ToolDefinition } from "#sdk";

/** One entry of the tools object as JSON text, in the platform's schema (docs/platform.md, "Custom tools"). */
export function toolJson(tool: ToolDefinition): string {
  const conditions = tool.conditions
    .map(
      (condition) =>
        `${JSON.stringify(condition.idn)}:${JSON.stringify({ type: "boolean", description: condition.description })}`,
    )
    .join(",");
  return [
    `{"description":${JSON.stringify(tool.description)}`,
    `"conditions":{${conditions}}`,
    `"useConversationHistory":${JSON.stringify(tool.useConversationHistory)}`,
    `"conflictPolicy":{"tag":${JSON.stringify(tool.conflictTag)}}`,
    `"action":{"type":"send_event"}}`,
  ].join(",");
}
