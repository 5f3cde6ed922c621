/** What the module remembers of its custom tools between two publishes. */
import { toolsState } from "../../attributes/index.ts";
import { asList, asText, parseJson, property } from "#sdk";
import type { SkillContext } from "#sdk";

/** One tool. */
export interface KnownTool {
  readonly idn: string;
  /** Its JSON as the module last wrote it, "" when it is not registered. */
  readonly written: string;
  /** The user's own version of a tool that is switched off, "" when there is none. */
  readonly kept: string;
}

/** What was remembered, with the text it was read from. */
export interface ToolsState {
  readonly stored: string;
  /** None when the attribute holds something else. */
  readonly tools: readonly KnownTool[];
}

/** What was remembered. */
export function readToolsState(ctx: SkillContext): ToolsState {
  const stored = ctx.getCustomerAttribute(toolsState.idn);
  const tools = asList(property(parseJson(stored).value, "tools")).map((entry) => ({
    idn: asText(property(entry, "idn")),
    written: asText(property(entry, "written")),
    kept: asText(property(entry, "kept")),
  }));
  return { stored, tools };
}

/**
 * Remembers; written only when it differs from what is stored.
 *
 * @param stored of `readToolsState`
 */
export function writeToolsState(ctx: SkillContext, known: readonly KnownTool[], stored: string): void {
  const tools = known.filter((entry) => entry.written !== "" || entry.kept !== "");
  const text = JSON.stringify({ tools });
  if (text !== stored && (tools.length > 0 || stored.trim() !== "")) {
    ctx.setCustomerAttribute(toolsState.idn, text);
  }
}
