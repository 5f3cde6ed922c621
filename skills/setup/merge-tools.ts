/** Step 5 of the publish hook: the agent knows the module's tools. */
import { coreEvents, toolsAttribute, asList, asObject, parseJson, property } from "#sdk";
import type { SkillContext } from "#sdk";
import { joinJson, placeOf, readMember, replaceValue, splitJson } from "./json-text.ts";
import { planStandIns } from "./plan-stand-ins.ts";
import { planTools } from "./plan-tools.ts";
import { readToolsState, writeToolsState } from "./tools-state.ts";

/** What was done with the tools. */
export interface ToolsStep {
  /** For the set-up status. */
  readonly line: string;
  /** Idns of the module's tools the agent has now. */
  readonly registered: readonly string[];
  /** Keys of core's tools that never fire now. */
  readonly replaced: readonly string[];
  /** Keys of core's tools, and of a tool whose event the module serves, under which there is an entry of somebody else's. */
  readonly theirs: readonly string[];
  /** The attribute holds something else, and nothing was changed. */
  readonly failed: boolean;
}

/**
 * Puts the tools that are switched on, and what stands in for core's, into the attribute that holds all custom tools,
 * and takes out those that are not. Whatever else stands there keeps every byte; a value that is not the known JSON is left
 * untouched (docs/platform.md, "Custom tools" and "Adding to the tools").
 *
 * @param active idns of the tools that are switched on
 * @param replaced keys of core's tools that are to be replaced
 */
export function mergeTools(
  ctx: SkillContext,
  active: readonly string[],
  replaced: readonly string[],
): ToolsStep {
  const stored = ctx.getCustomerAttribute(toolsAttribute);
  const text = stored.trim() === "" ? "{}" : stored;
  const parsed = parseJson(text);
  const root = asObject(parsed.value);
  const listed = property(root, "tools");
  // PHP-minded tools write an empty object as [].
  const isEmptyList = Array.isArray(listed) && asList(listed).length === 0;
  const rootPieces = parsed.ok && root !== null ? splitJson(text) : [];
  const place = placeOf(rootPieces, "tools");
  if (root === null || (listed !== null && asObject(listed) === null && !isEmptyList)) {
    return {
      line: `Tools: not registered, because ${toolsAttribute} does not hold JSON of the form {"tools": {...}}. It was left as it is: correct or empty it and publish again`,
      registered: [],
      replaced: [],
      theirs: [],
      failed: true,
    };
  }
  const toolsText =
    place < 0 || isEmptyList || listed === null ? "{}" : readMember(rootPieces[place] ?? "").value;
  const pieces = splitJson(toolsText);
  const members = pieces.map((piece) => readMember(piece));
  const known = readToolsState(ctx);
  const ownPlans = planTools(members, known.tools, active);
  const corePlans = planStandIns(members, known.tools, replaced);
  const plans = [...ownPlans, ...corePlans];
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
    known.stored,
  );
  const edited = ownPlans.filter((plan) => plan.edited).map((plan) => plan.idn);
  const note = edited.length > 0 ? `; left as you edited them: ${edited.join(", ")}` : "";
  return {
    line:
      active.length > 0
        ? `Tools: ${active.join(", ")} registered${note}`
        : "Tools: none registered, every switch is off",
    registered: active,
    replaced: corePlans.filter((plan) => plan.value !== "").map((plan) => plan.idn),
    theirs: [
      ...corePlans.filter((plan) => plan.edited).map((plan) => plan.idn),
      ...members.map((member) => member.key).filter((key) => key === coreEvents.reschedule),
    ],
    failed: false,
  };
}
