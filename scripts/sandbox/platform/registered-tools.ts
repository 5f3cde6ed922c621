/** The agent's custom tools, as the platform's tool caller sees them. */
import { toolsAttribute } from "../../sdk/contract.ts";
import type { Account } from "./account.ts";

/** A tool as it is registered; what is missing is empty. */
export interface RegisteredTool {
  readonly idn: string;
  readonly description: string;
  /** Descriptions by name. */
  readonly conditions: Readonly<Record<string, string>>;
  readonly useConversationHistory: boolean;
  /** "" for none. */
  readonly conflictTag: string;
}

/** All tools, in the order of the text: `{"tools": {"<idn>": {...}}}`. Text that is not JSON registers nothing. */
export function registeredTools(account: Account): RegisteredTool[] {
  let stored: unknown;
  try {
    stored = JSON.parse(account.customer.value(toolsAttribute));
  } catch {
    return [];
  }
  return Object.entries(membersOf(membersOf(stored)["tools"])).map(([idn, value]) => {
    const tool = membersOf(value);
    const conditions = Object.entries(membersOf(tool["conditions"])).map(([name, condition]) => [
      name,
      textOf(membersOf(condition)["description"]),
    ]);
    return {
      idn,
      description: textOf(tool["description"]),
      conditions: Object.fromEntries(conditions) as Record<string, string>,
      useConversationHistory: tool["useConversationHistory"] === true,
      conflictTag: textOf(membersOf(tool["conflictPolicy"])["tag"]),
    };
  });
}

/** Whether a tool is registered. */
export function isRegisteredTool(account: Account, idn: string): boolean {
  return registeredTools(account).some((tool) => tool.idn === idn);
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
