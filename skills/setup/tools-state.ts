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

/** What was remembered; nothing when the attribute holds something else. */
export function readToolsState(ctx: SkillContext): readonly KnownTool[] {
  const stored = parseJson(ctx.getCustomerAttribute(toolsState.idn)).value;
  return asList(property(stored, "tools")).map((entry) => ({
    idn: asText(property(entry, "idn")),
    written: asText(property(entry, "written")),
    kept: asText(property(entry, "kept")),
  }));
}

/** Remembers; written only when it differs from what is stored. */
export function writeToolsState(ctx: SkillContext, known: readonly KnownTool[]): void {
  const tools = known.filter((entry) => entry.written !== "" || entry.kept !== "");
  const text = JSON.stringify({ tools });
  const stored = ctx.getCustomerAttribute(toolsState.idn);
  if (text !== stored && (tools.length > 0 || stored.trim() !== "")) {
    ctx.setCustomerAttribute(toolsState.idn, text);
  }
}
