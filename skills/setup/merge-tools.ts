/** Step 5 of the publish hook: the agent knows the module's tools. */
import { toolsAttribute, asList, asObject, parseJson, property } from "#sdk";
import type { SkillContext } from "#sdk";
import { joinJson, readMember, replaceValue, splitJson } from "./json-text.ts";
import { planTools } from "./plan-tools.ts";
import { readToolsState, writeToolsState } from "./tools-state.ts";

/**
 * Puts the tools that are switched on into the attribute that holds all custom tools, and takes out those
 * that are not. Whatever else stands there keeps every byte; a value that is not the known JSON is left
 * untouched (docs/platform.md, "Custom tools" and "Adding to the tools").
 *
 * @param active idns of the tools that are switched on
 */
export function mergeTools(ctx: SkillContext, active: readonly string[]): string {
  const stored = ctx.getCustomerAttribute(toolsAttribute);
  const text = stored.trim() === "" ? "{}" : stored;
  const parsed = parseJson(text);
  const root = asObject(parsed.value);
  const listed = property(root, "tools");
  // PHP-minded tools write an empty object as [].
  const isEmptyList = Array.isArray(listed) && asList(listed).length === 0;
  const rootPieces = parsed.ok && root !== null ? splitJson(text) : [];
  const place = rootPieces.findIndex((piece) => readMember(piece).key === "tools");
  if (root === null || (listed !== null && asObject(listed) === null && !isEmptyList)) {
    return `Tools: not registered, because ${toolsAttribute} does not hold JSON of the form {"tools": {...}}. It was left as it is: correct or empty it and publish again`;
  }
  const toolsText =
    place < 0 || isEmptyList || listed === null ? "{}" : readMember(rootPieces[place] ?? "").value;
  const pieces = splitJson(toolsText);
  const members = pieces.map((piece) => readMember(piece));
  const plans = planTools(members, readToolsState(ctx), active);
  const changed = plans.filter((plan) => !plan.untouched);
  if (changed.length > 0) {
    const merged: string[] = [];
    for (const piece of pieces) {
      const idn = readMember(piece).key;
      const plan = changed.find((entry) => entry.idn === idn);
      if (plan === undefined) {
        merged.push(piece);
      } else if (plan.value !== "") {
        merged.push(replaceValue(piece, plan.value));
      }
    }
    const added = changed
      .filter((plan) => plan.value !== "" && !members.some((member) => member.key === plan.idn))
      .map((plan) => `${JSON.stringify(plan.idn)}:${plan.value}`);
    const value = joinJson(toolsText, [...merged, ...added]);
    const pieceNow = place < 0 ? `"tools":${value}` : replaceValue(rootPieces[place] ?? "", value);
    const rest = rootPieces.map((piece, index) => (index === place ? pieceNow : piece));
    ctx.setCustomerAttribute(toolsAttribute, joinJson(text, place < 0 ? [...rest, pieceNow] : rest));
  }
  writeToolsState(
    ctx,
    plans.map((plan) => plan.known),
  );
  const edited = plans.filter((plan) => plan.edited).map((plan) => plan.idn);
  const note = edited.length > 0 ? `; left as you edited them: ${edited.join(", ")}` : "";
  return active.length > 0
    ? `Tools: ${active.join(", ")} registered${note}`
    : "Tools: none registered, every switch is off";
}
