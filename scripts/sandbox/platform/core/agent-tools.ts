/** Every tool the agent has: core's own and the account's. */
import type { Account } from "../account.ts";
import { type RegisteredTool, registeredTools } from "../registered-tools.ts";
import { builtInTools } from "./built-in-tools.ts";

/**
 * The built-in tools that are switched on, then the custom ones. A custom tool of the same key takes the place of a
 * built-in one (docs/platform.md, "Custom tools").
 */
export function agentTools(account: Account): RegisteredTool[] {
  const builtIn = builtInTools.filter(
    ({ enabledBy }) => account.customer.value(enabledBy).trim().toLowerCase() === "true",
  );
  const merged = new Map([...builtIn, ...registeredTools(account)].map((tool) => [tool.idn, tool]));
  return [...merged.values()];
}
