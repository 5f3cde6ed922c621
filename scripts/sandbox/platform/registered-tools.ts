/** The agent's custom tools, as the platform's tool caller sees them. */
import type { Account } from "./account.ts";

/** The attribute that holds them (docs/platform.md, "Custom tools"). */
const toolsAttribute = "project_attributes_settings_newo_tools";

/** Whether a tool is registered: `{"tools": {"<idn>": {...}}}`. Text that is not JSON registers nothing. */
export function isRegisteredTool(account: Account, idn: string): boolean {
  let stored: unknown;
  try {
    stored = JSON.parse(account.customer.value(toolsAttribute));
  } catch {
    return false;
  }
  const tools: unknown = typeof stored === "object" && stored !== null ? Reflect.get(stored, "tools") : null;
  return typeof tools === "object" && tools !== null && Object.hasOwn(tools, idn);
}
