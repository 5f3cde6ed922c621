/** Step 5 of the publish hook: the agent knows the module's tools. */
import { toolsAttribute } from "../../module/contract.ts";
import type { ToolDefinition } from "../../module/definition.ts";
import { asList, asObject, parseJson, property } from "../../module/sdk/index.ts";
import type { SkillContext } from "../../module/sdk/index.ts";
import { tools } from "../../module/tools.ts";
import { userToken } from "../../attributes/index.ts";
import { isOn, readSetting } from "../shared/settings.ts";

/**
 * Puts the tools that are switched on into the attribute that holds all custom tools, and takes out those
 * that are not. Other keys keep their place and value; a value that is not the known JSON is left untouched
 * (newo-platform reference, sections 3.2 and 3.7).
 */
export function mergeTools(ctx: SkillContext): string {
  const stored = ctx.getCustomerAttribute(toolsAttribute).trim();
  const parsed = parseJson(stored === "" ? "{}" : stored);
  const root = asObject(parsed.value);
  const listed = property(root, "tools");
  const existing = asObject(listed);
  // PHP-minded tools write an empty object as [].
  const isEmpty = listed === null || (Array.isArray(listed) && asList(listed).length === 0);
  if (root === null || (existing === null && !isEmpty)) {
    return "Tools: not registered, because the custom tools attribute does not hold the expected JSON";
  }
  const active = tools.filter((tool) => isActive(ctx, tool));
  const own = tools.map((tool) => tool.idn);
  const others = Object.entries(existing ?? {})
    .filter((entry) => !own.includes(entry[0]))
    .map((entry) => `${JSON.stringify(entry[0])}:${JSON.stringify(entry[1])}`);
  const rest = Object.entries(root)
    .filter((entry) => entry[0] !== "tools")
    .map((entry) => `,${JSON.stringify(entry[0])}:${JSON.stringify(entry[1])}`)
    .join("");
  const merged = `{"tools":{${[...others, ...active.map((tool) => toolJson(tool))].join(",")}}${rest}}`;
  const concerned = active.length > 0 || own.some((idn) => property(existing, idn) !== null);
  if (concerned && merged !== stored) {
    ctx.setCustomerAttribute(toolsAttribute, merged);
  }
  return active.length > 0
    ? `Tools: ${active.map((tool) => tool.idn).join(", ")} registered`
    : "Tools: none registered, every switch is off";
}

/** On, and with the user token where it needs one. The switches hold a value: defaults were written before. */
function isActive(ctx: SkillContext, tool: ToolDefinition): boolean {
  return (
    isOn(readSetting(ctx, tool.enabledBy)) && (!tool.needsUserToken || readSetting(ctx, userToken.idn) !== "")
  );
}

/** One entry of the tools object as JSON text, in the platform's schema (section 3.2). */
function toolJson(tool: ToolDefinition): string {
  const conditions = tool.conditions
    .map(
      (condition) =>
        `${JSON.stringify(condition.idn)}:${JSON.stringify({ type: "boolean", description: condition.description })}`,
    )
    .join(",");
  return [
    `${JSON.stringify(tool.idn)}:{"description":${JSON.stringify(tool.description)}`,
    `"conditions":{${conditions}}`,
    `"useConversationHistory":${JSON.stringify(tool.useConversationHistory)}`,
    `"conflictPolicy":{"tag":${JSON.stringify(tool.conflictTag)}}`,
    `"action":{"type":"send_event"}}`,
  ].join(",");
}
